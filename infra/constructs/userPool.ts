import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
	AccountRecovery,
	CfnUserPoolGroup,
	ClientAttributes,
	UserPool as CognitoUserPool,
	FeaturePlan,
	Mfa,
	OAuthScope,
	StringAttribute,
	UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { accepted } from './accepted.ts'

export interface UserPoolProps {
	/** First part of the sign-in address, unique in the region. */
	readonly domain: string
	/** Where the pages are opened. */
	readonly pages: readonly string[]
}

/**
 * People of a township without an identity provider: made by an administrator, in groups that are our roles. Which
 * courtyards or village somebody has is his attribute, and he cannot write it himself.
 */
export class UserPool extends Construct {
	readonly issuer: string
	readonly clientId: string
	/** Origin of the sign-in pages and of the token endpoint. */
	readonly signInOrigin: string
	readonly claims = {
		role: 'cognito:groups',
		courtyards: 'custom:courtyards',
		village: 'custom:village',
	}

	constructor(scope: Construct, id: string, { domain, pages }: UserPoolProps) {
		super(scope, id)
		const pool = new CognitoUserPool(this, 'Pool', {
			selfSignUpEnabled: false,
			signInAliases: { username: true, phone: true, email: true },
			standardAttributes: { fullname: { required: true, mutable: true } },
			customAttributes: {
				courtyards: new StringAttribute({ mutable: true, maxLen: 500 }),
				village: new StringAttribute({ mutable: true, maxLen: 60 }),
			},
			mfa: Mfa.OPTIONAL,
			mfaSecondFactor: { otp: true, sms: false },
			passwordPolicy: {
				minLength: 12,
				requireLowercase: true,
				requireDigits: true,
				requireUppercase: true,
				requireSymbols: true,
			},
			accountRecovery: AccountRecovery.EMAIL_ONLY,
			featurePlan: FeaturePlan.ESSENTIALS,
			deletionProtection: true,
			removalPolicy: RemovalPolicy.RETAIN,
		})
		accepted(
			pool,
			'AwsSolutions-COG2',
			'A second factor is offered and not forced: heads are elderly and come by signed links.',
		)
		accepted(pool, 'AwsSolutions-COG3', 'Threat protection is a paid plan; staff may turn it on for the pool.')
		accepted(pool, 'AwsSolutions-COG8', 'The Essentials plan: nothing here needs the paid one.')
		for (const groupName of ['head', 'village', 'staff', 'admin'])
			new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: pool.userPoolId, groupName })
		const { region } = Stack.of(this)
		pool.addDomain('Domain', { cognitoDomain: { domainPrefix: domain } })
		const readable = new ClientAttributes()
			.withStandardAttributes({ fullname: true })
			.withCustomAttributes('courtyards', 'village')
		const client = new UserPoolClient(this, 'Pages', {
			userPool: pool,
			// The pages cannot keep a secret; PKCE takes its place.
			generateSecret: false,
			authFlows: {},
			preventUserExistenceErrors: true,
			readAttributes: readable,
			writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
			oAuth: {
				flows: { authorizationCodeGrant: true },
				scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
				callbackUrls: pages.flatMap((page) => [`${page}/desk/`, `${page}/phone/`]),
				logoutUrls: pages.map((page) => `${page}/`),
			},
		})
		this.clientId = client.userPoolClientId
		this.issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`
		this.signInOrigin = `https://${domain}.auth.${region}.amazoncognito.com`
		new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId }).overrideLogicalId('UserPoolId')
	}
}
