import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { context } from './context.ts'
import { readStage, StageError } from './stages/readStage.ts'
import { stageStack } from './stages/stageStack.ts'

/**
 * Run by itself it writes `cdk.out`; the CDK command line, when it is the one that runs this, says where.
 *
 * With `-c stage=<name>` the one stack of that stage (infra/stages); without, two: `GreenCourtyard`, a township in any
 * region of the global partition, which the local edition runs; and `GreenCourtyardChina`, bound to a region of China,
 * so that whatever the CDK decides by partition is decided at synthesis and can be checked without an account.
 */
const app = new App({
	analyticsReporting: false,
	outdir: process.env.CDK_OUTDIR ?? fileURLToPath(new URL('../cdk.out', import.meta.url)),
	context,
})
const wanted: unknown = app.node.tryGetContext('stage')
try {
	if (wanted === undefined) {
		stageStack(app, 'GreenCourtyard', readStage('township'))
		stageStack(app, 'GreenCourtyardChina', readStage('townshipChina'))
	} else stageStack(app, 'GreenCourtyard', readStage(String(wanted)))
	app.synth()
} catch (fault) {
	// What is wrong with a stage is a sentence for whoever deploys; where in our code it was noticed helps nobody.
	if (!(fault instanceof StageError)) throw fault
	console.error(fault.message)
	process.exitCode = 1
}
