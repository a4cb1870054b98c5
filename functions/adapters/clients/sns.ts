// By name: what is imported when it is first wanted comes whole, unused exports and all (docs/adr/0020).
export { SNSClient } from '@aws-sdk/client-sns'
