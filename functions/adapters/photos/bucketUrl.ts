/**
 * Where a bucket's objects are.
 * @param host the bucket's own host of its region
 * @param endpoint of another S3, such as the one of the local edition, where a bucket is a part of the path
 */
export const bucketUrl = (name: string, host: string, endpoint: string | undefined): string =>
	endpoint === undefined ? `https://${host}` : `${endpoint}/${name}`
