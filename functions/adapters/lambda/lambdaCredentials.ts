/**
 * Bundled in the place of the SDK's default chain (infra/constructs/serviceFunction.ts): Lambda hands a function its
 * role's credentials in the environment ("Defined runtime environment variables"). The rest of the chain, profiles, SSO,
 * STS and metadata services, is 110 KB that no function comes to.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
