import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { context } from './context.ts'
import { GreenCourtyard } from './stack.ts'

/**
 * Two stacks of the same code. `GreenCourtyard` names no region, so one template serves every region of the global
 * partition (and the local edition); `GreenCourtyardChina` is bound to a region of the China partition, so that
 * whatever the CDK decides by partition is decided at synthesis and can be checked without an account.
 *
 * Run by itself it writes `cdk.out`; the CDK command line, when it is the one that runs this, says where.
 */
const app = new App({
	analyticsReporting: false,
	outdir: process.env.CDK_OUTDIR ?? fileURLToPath(new URL('../cdk.out', import.meta.url)),
	context,
})
new GreenCourtyard(app, 'GreenCourtyard', {})
new GreenCourtyard(app, 'GreenCourtyardChina', {
	stackName: 'GreenCourtyard',
	env: { region: app.node.tryGetContext('chinaRegion') ?? 'cn-north-1' },
})
app.synth()
