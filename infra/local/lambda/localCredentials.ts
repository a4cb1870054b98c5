/**
 * The credentials that everything local signs with: well-formed, because the SDK insists on some, and worth nothing.
 * The same everywhere, because DynamoDB Local keeps the tables of each access key and region apart.
 */
export const localCredentials = { accessKeyId: 'LOCALACCESSKEY', secretAccessKey: 'local-secret-key' } as const
