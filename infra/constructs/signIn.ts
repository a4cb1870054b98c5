import { Construct } from 'constructs'
import type { Stage } from '../stages/stage.ts'
import { stageOf } from '../stages/stageOf.ts'
import { choiceParameter, textParameter } from './parameters.ts'
import { UserPool } from './userPool.ts'

type Given = Extract<Stage['signIn'], { by: 'issuer' }>

/** Who says who people are: an issuer given at deployment, or a user pool of the stack's own. */
export class SignIn extends Construct {
	readonly issuer: string
	readonly audience: string
	readonly clientId: string
	readonly scopes: string
	readonly apiToken: string
	/** Origins of its endpoints that are not the issuer's own, separated by blanks; `none`. */
	readonly origins: string
	/** Which claims say what we need to know: JSON (functions/api/http/claims.ts). */
	readonly claims: string

	constructor(scope: Construct, id: string) {
		super(scope, id)
		const { signIn } = stageOf(this)
		if (signIn.by === 'cognito') {
			const pool = new UserPool(this, 'People', signIn)
			this.issuer = pool.issuer
			this.audience = pool.clientId
			this.clientId = pool.clientId
			this.scopes = 'openid profile'
			// Its access tokens carry neither the audience nor the claims of a person.
			this.apiToken = 'id_token'
			this.origins = pool.signInOrigin
			this.claims = JSON.stringify(pool.claims)
			return
		}
		const given: Partial<Given> = signIn.by === 'issuer' ? signIn : {}
		const parameter = (name: string, description: string, preset?: string): string =>
			textParameter(this, name, description, preset)
		this.issuer = parameter('OidcIssuer', 'Issuer URL of the identity provider', given.issuer)
		this.audience = parameter('OidcAudience', 'Audience its tokens carry for this service', given.audience)
		this.clientId = parameter('OidcClientId', 'Client id of the pages at the identity provider', given.clientId)
		this.scopes = parameter('OidcScopes', 'Scopes the pages ask for', given.scopes ?? 'openid profile')
		const [preset, other] = given.apiToken === 'id_token' ? idTokenFirst : accessTokenFirst
		this.apiToken = choiceParameter(
			this,
			'OidcApiToken',
			'Which of its tokens the API takes: it must carry audience and role',
			[preset, other],
		)
		const origins = given.origins ?? []
		this.origins = parameter(
			'OidcOrigins',
			'Origins of the identity provider that pages may call, separated by blanks, where they are not the issuer’s own',
			origins.length === 0 ? 'none' : origins.join(' '),
		)
		this.claims = parameter(
			'OidcClaims',
			'Its claims by our names for them, JSON: role, courtyards, village, name, roles (docs/deploy.md)',
			JSON.stringify(given.claims ?? {}),
		)
	}
}

const accessTokenFirst = ['access_token', 'id_token'] as const
const idTokenFirst = ['id_token', 'access_token'] as const
