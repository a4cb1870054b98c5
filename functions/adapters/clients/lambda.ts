// By name: what is imported when it is first wanted comes whole, unused exports and all (docs/adr/0020).
export { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
