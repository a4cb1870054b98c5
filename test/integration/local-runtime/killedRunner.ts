/** Runs a function, prints the process id it answers, and stays until the test kills it. */
import { startFunction } from '../../../infra/local/lambda/startFunction.ts'

const [, , assetDir = ''] = process.argv
const { invoke } = startFunction({
	name: 'pid',
	arn: 'arn:aws:lambda:us-east-1:000000000000:function:pid',
	region: 'us-east-1',
	assetDir,
	handler: 'index.handler',
	environment: {},
	timeoutSeconds: 5,
	memorySize: 128,
	concurrency: 1,
	log: () => {},
})
const result = await invoke({})
console.log(result.ok ? result.payload : result.errorMessage)
setInterval(() => {}, 60_000)
