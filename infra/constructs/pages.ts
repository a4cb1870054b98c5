import { Duration } from 'aws-cdk-lib'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import { ensureSite } from '../site/ensureSite.ts'
import { accepted } from './accepted.ts'
import type { Operators } from './operators.ts'
import type { Photos } from './photos.ts'
import { ServiceFunction } from './serviceFunction.ts'
import type { SignIn } from './signIn.ts'

export interface PagesProps {
	readonly operators: Operators
	readonly signIn: SignIn
	readonly photos: Photos
}

/**
 * The pages and what they need to know of the deployment. They lie in the function's bundle: one origin with the API,
 * no bucket and no CDN, which works alike in every partition.
 */
export class Pages extends Construct {
	readonly service: ServiceFunction
	readonly integration: HttpLambdaIntegration

	constructor(scope: Construct, id: string, { operators, signIn, photos }: PagesProps) {
		super(scope, id)
		const service = new ServiceFunction(this, 'Service', {
			name: 'pages',
			description: 'The pages: desk, phone and wall',
			memorySize: 256,
			timeout: Duration.seconds(5),
			files: { from: ensureSite(), as: 'site' },
			alarm: {
				errors: 5,
				minutes: 5,
				title: { zh: '页面打不开', en: 'The pages cannot be delivered' },
				meaning: 'Read the log of this function.',
			},
			operators,
		})
			.setting('OIDC_ISSUER', signIn.issuer)
			.setting('OIDC_CLIENT_ID', signIn.clientId)
			.setting('OIDC_SCOPES', signIn.scopes)
			.setting('OIDC_API_TOKEN', signIn.apiToken)
			.setting('OIDC_ORIGINS', signIn.origins)
		accepted(service, 'Serverless-LambdaDLQ', 'Called by the gateway, which hands the fault to whoever asked.')
		photos.shownBy(service)
		this.integration = new HttpLambdaIntegration('Integration', service.lambda)
		this.service = service
	}
}
