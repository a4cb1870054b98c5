import { resolve } from 'node:path'
import { currentAssembly } from '../assembly/assembly.ts'
import { issuerAt, localAudience, localClient } from '../issuer/localIssuer.ts'
import { codeDirectory } from '../template/functionAssets.ts'
import { type ResolvedResource, resolveTemplate } from '../template/resolveTemplate.ts'
import { type EditionOptions, here } from './options.ts'
import { type Ports, settlePorts } from './ports.ts'
import { privacyKey } from './privacyKey.ts'
import { taskLinkKeys } from './taskLinkKeys.ts'

/** The template as it will run: nothing is started yet, everything that can be wrong with it has been told. */
export interface Prepared {
	readonly ports: Ports
	readonly httpUrl: string
	readonly issuerUrl: string
	readonly outputs: Readonly<Record<string, string>>
	ofType(type: string): readonly ResolvedResource[]
	readonly resources: readonly ResolvedResource[]
	/** The folder with a function's bundle. */
	codeOf(lambda: ResolvedResource): string
}

/** Throws a StartError for a taken port, and for anything in the stack that cannot be brought to this machine. */
export const prepare = async ({
	dataFolder,
	ports: wanted,
	empty,
	historyDays,
	dynamodbEndpoint,
	say,
}: EditionOptions): Promise<Prepared> => {
	// Another engine may listen on the very port that the built-in one would have had.
	const ports = await settlePorts(dynamodbEndpoint === undefined ? wanted : { ...wanted, dynamodb: 0 })
	const { folder, manifest, template } = await currentAssembly(say)
	const httpUrl = `http://127.0.0.1:${ports.http}`
	const issuerUrl = issuerAt(httpUrl)
	const { resources, outputs } = resolveTemplate(template, {
		...here,
		stackName: 'GreenCourtyard',
		parameters: {
			OidcIssuer: issuerUrl,
			OidcAudience: localAudience,
			OidcClientId: localClient,
			PrivacyKey: await privacyKey(dataFolder),
			TaskLinkKeys: await taskLinkKeys(resolve(dataFolder)),
			// The demo's history comes as late as it is old.
			...(empty ? {} : { AcceptedAgeDays: String(Math.max(7, historyDays + 2)) }),
		},
		endpoints: {
			http: httpUrl,
			sqs: `http://127.0.0.1:${ports.sqs}`,
			iotData: `http://127.0.0.1:${ports.iotData}`,
		},
	})
	return {
		ports,
		httpUrl,
		issuerUrl,
		outputs,
		resources,
		ofType: (type) => resources.filter((resource) => resource.type === type),
		codeOf: (lambda) => codeDirectory(lambda, manifest, folder),
	}
}
