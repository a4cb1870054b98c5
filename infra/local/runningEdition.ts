import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from '../../shared/contract/zod.ts'
import { isAlive } from './assembly/withLock.ts'
import { readIfPresent, writeAtomically } from './iot/dataFolder.ts'
import { StartError } from './startError.ts'

const Url = z.url()

/** `<data>/running.json`: what tools on this machine need to know of the edition that runs on the data folder. */
export const RunningEdition = z.object({
	pid: z.int().check(z.positive()),
	/** Base of the API, with `/api`. */
	apiUrl: Url,
	issuer: Url,
	mqttUrl: Url,
	mqttPort: z.int(),
	/** Started with --empty: there is no township but what is added by hand. */
	empty: z.boolean(),
	/** What the service measures of itself, for Prometheus. */
	metricsUrl: Url,
	/** Takes what channels send, for people to look at; the names under which its secrets are kept. */
	receiver: z.object({ url: Url, secrets: z.object({ webhook: z.string(), wecom: z.string() }) }),
	rule: z.string(),
	policies: z.object({ device: z.string(), display: z.string() }),
	/** How devices fetch their own certificates: the template's name, and the policy of the claim certificate. */
	provisioning: z.object({ template: z.string(), policy: z.string() }),
	endpoints: z.object({ dynamodb: Url, sqs: Url, iot: Url, iotData: Url, s3: Url, lambda: Url }),
	tables: z.object({ registry: z.string(), telemetry: z.string(), scores: z.string(), tasks: z.string() }),
	queues: z.object({ telemetry: Url, deadLetter: Url, ruleErrors: Url }),
})
export type RunningEdition = z.infer<typeof RunningEdition>

const fileIn = (dataFolder: string): string => join(dataFolder, 'running.json')

/** The edition that runs on the data folder, or undefined: the file may be there still after a crash. */
export const runningEdition = async (dataFolder: string): Promise<RunningEdition | undefined> => {
	const content = await readIfPresent(fileIn(dataFolder))
		.then((text): unknown => JSON.parse(text ?? 'null'))
		.catch(() => undefined)
	const parsed = RunningEdition.safeParse(content)
	if (!parsed.success || !isAlive(parsed.data.pid)) return undefined
	return (await answers(parsed.data.issuer)) ? parsed.data : undefined
}

/** The process id may by now be another program's: the edition is known by its issuer. */
const answers = (issuer: string): Promise<boolean> =>
	fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(2000) }).then(
		({ ok }) => ok,
		() => false,
	)

/** As `runningEdition`, for commands that need one: a StartError that says so if there is none. */
export const requireRunningEdition = async (dataFolder: string): Promise<RunningEdition> => {
	const running = await runningEdition(dataFolder)
	if (running !== undefined) return running
	throw new StartError({
		message: `No local edition runs on the data folder ${dataFolder}.`,
		remedy: 'Run `npm start` first, in another terminal; name its folder with --data if it is not .local.',
	})
}

export const announceEdition = (dataFolder: string, edition: RunningEdition): Promise<void> =>
	writeAtomically(fileIn(dataFolder), `${JSON.stringify(edition, null, 2)}\n`)

export const withdrawEdition = (dataFolder: string): Promise<void> => rm(fileIn(dataFolder), { force: true })
