import { join } from 'node:path'
import { bucketFromTemplate } from '../objects/bucketDefinition.ts'
import { startObjects } from '../objects/startObjects.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Serves the buckets of the template from a folder. Resolves with their endpoint. */
export const startBuckets = async (
	{ ofType, ports }: Prepared,
	dataFolder: string,
	log: (line: string) => void,
	teardown: Teardown,
): Promise<string> => {
	const buckets = ofType('AWS::S3::Bucket').map(({ logicalId, name, properties }) =>
		bucketFromTemplate(logicalId, name, properties),
	)
	const objects = await startObjects({ port: ports.s3, buckets, folder: join(dataFolder, 'photos'), log })
	teardown.add('buckets', objects.close)
	return objects.endpoint
}
