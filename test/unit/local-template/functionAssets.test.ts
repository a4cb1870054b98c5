import { describe, expect, it } from 'vitest'
import { codeDirectory } from '../../../infra/local/template/functionAssets.ts'

const manifest = {
	files: {
		abc: { source: { path: 'asset.abc', packaging: 'zip' }, destinations: { here: { objectKey: 'abc.zip' } } },
		template: { source: { path: 'T.json', packaging: 'file' }, destinations: { here: { objectKey: 'abc.json' } } },
	},
}
const lambda = (S3Key: string) => ({
	logicalId: 'Ingest',
	type: 'AWS::Lambda::Function',
	name: 'ingest',
	arn: '',
	ref: '',
	properties: { Code: { S3Bucket: 'b', S3Key } },
})

describe('the code of a function', () => {
	it('is the directory that a deployment would upload', () => {
		expect(codeDirectory(lambda('abc.zip'), manifest, '/out')).toBe('/out/asset.abc')
	})

	it('that is not among the assets stops the start, with a remedy', () => {
		expect(() => codeDirectory(lambda('gone.zip'), manifest, '/out')).toThrow('The code of the function Ingest')
	})
})
