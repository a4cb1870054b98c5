import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchFigures } from '../../functions/ingest/batchFigures.ts'
import { notifyFigures } from '../../functions/notify/notifyFigures.ts'
import { sweepFigures } from '../../functions/sweep/sweepFigures.ts'
import { faultFigure, serviceFigures } from '../../shared/contract/service/serviceFigures.ts'
import { FaultCode } from '../../shared/contract/telemetry/reading.ts'
import * as z from '../../shared/contract/zod.ts'
import { everyStage } from './everyStage.ts'
import type { Synthesized } from './synthesized.ts'

let stages: ReturnType<typeof everyStage>
beforeAll(() => {
	stages = everyStage()
}, 120_000)

const Alarm = z.object({ AlarmName: z.string(), AlarmDescription: z.string().check(z.maxLength(1024)) })
const alarmsOf = (stack: Synthesized) =>
	stack.ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Alarm.parse(Properties))
const anchorOf = ({ AlarmDescription }: z.infer<typeof Alarm>): string | undefined =>
	/ docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription)?.[1]

/** What only a stage with a stream can have. */
const ofStreams = ['batches-undone', 'stream-fails', 'stream-held-up', 'stream-waits']
const hasStream = (stack: Synthesized): boolean => stack.ofType('AWS::Kinesis::Stream').length > 0

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
/** The entries under "Alarms", by their anchors. */
const entries = new Map(
	(runbook.split('\n## Alarms\n')[1] ?? '')
		.split(/\n### /)
		.slice(1)
		.map((entry) => [entry.slice(0, entry.indexOf('\n')), entry] as const),
)

describe('the runbook', () => {
	it('has one entry for each alarm of every stage, and none for an alarm that there is not', () => {
		for (const [stage, stack] of stages) {
			const own = [...entries.keys()].filter((anchor) => hasStream(stack) || !ofStreams.includes(anchor))
			expect([stage, alarmsOf(stack).map(anchorOf).sort()]).toEqual([stage, own.sort()])
		}
	})

	it('says of each what it means, how to look, how to mend and how to know that it is mended', () => {
		for (const [anchor, entry] of entries)
			for (const part of ['What it means', 'How to look', 'How to mend', 'Mended when'])
				expect([anchor, part, entry]).toEqual([anchor, part, expect.stringMatching(`- \\*\\*${part}:\\*\\* \\S.{15}`)])
	})

	it('calls each as its alarm does, in Chinese and English', () => {
		for (const alarm of stages.flatMap(([, stack]) => alarmsOf(stack))) {
			const title = alarm.AlarmDescription.split('. ')[0] ?? ''
			expect(title).toMatch(/^[\p{Script=Han}]+ · [A-Z][A-Za-z ]+$/u)
			expect(entries.get(anchorOf(alarm) ?? '')).toContain(`\n**${title}**\n`)
		}
	})

	it('refers only to entries that there are', () => {
		const own = [...runbook.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor]) => anchor)
		for (const anchor of own) expect(entries.has(anchor ?? '')).toBe(true)
	})
})

describe('an alarm', () => {
	it('is named by stack and entry, so that stacks side by side do not share one', () => {
		for (const [stage, stack] of stages)
			for (const alarm of alarmsOf(stack)) {
				const name = stage === 'withUserPool' ? 'GreenCourtyard-a' : 'GreenCourtyard'
				expect(alarm.AlarmName).toBe(`${name}-${anchorOf(alarm)}`)
			}
	})
})

const ofBatches = Object.keys(
	batchFigures({
		...{ messages: 1, readings: 1, quarantined: {}, unknownKeys: 0, ignored: {}, devices: 1, refused: [], tasks: [] },
		...{ delays: { readingToStored: [], receivedToStored: [], readingToAlert: [] }, oldestMs: 1, failed: [], left: [] },
	}),
).concat(FaultCode.options.map(faultFigure))

/** What each function records, of a run in which everything happened. */
const recorded: Record<string, readonly string[]> = {
	Ingest: ofBatches,
	IngestStream: ofBatches,
	Sweep: Object.keys(
		sweepFigures({
			...{ waiting: 0, watched: 1, checked: 1, silent: 0, inhibited: 0, stepped: 0, alertsSent: 0 },
			...{ tasks: [], failed: [] },
		}),
	),
	Provisioning: ['certificatesRefused'],
	Notify: Object.keys(
		notifyFigures({ handedOn: 0, sent: 0, held: 0, told: [], channelsFailing: 0, failing: [], failed: [] }),
	),
}

describe('a figure of our own', () => {
	it('that an alarm or the dashboard names is one that the function they name records', () => {
		for (const [, stack] of stages) {
			const watched = [...stack.ofType('AWS::CloudWatch::Alarm'), ...stack.ofType('AWS::CloudWatch::Dashboard')]
			const named = watched.flatMap(({ Properties }) => figuresNamedBy(Properties))
			expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThan(20)
			for (const { name, by } of named) expect([by, name, recorded[by]?.includes(name)]).toEqual([by, name, true])
		}
	})

	it('is on the dashboard, or why measure it?', () => {
		for (const [, stack] of stages) {
			const shown = stack.ofType('AWS::CloudWatch::Dashboard').flatMap(({ Properties }) => figuresNamedBy(Properties))
			const names = new Set(shown.map(({ name }) => name))
			const unseen = Object.keys(serviceFigures).filter((name) => !names.has(name))
			// These stand in alarms, or beside what SQS itself counts.
			expect(unseen.sort()).toEqual(['messagesFailed', 'messagesWaiting', 'quarantined'])
		}
	})
})

/** The figures in an alarm's or dashboard's properties, each with the function whose metric it is. */
function figuresNamedBy(properties: unknown): { name: string; by: string }[] {
	const text = JSON.stringify(properties).replaceAll('\\"', '"')
	const inDashboard = /"GreenCourtyard","([\w.-]+)","FunctionName","",\{"Ref":"(\w+?)ServiceFunction/g
	const inAlarm =
		/"Dimensions":\[\{"Name":"FunctionName","Value":\{"Ref":"(\w+?)ServiceFunction\w+"\}\}\],(?:"EvaluationPeriods":\d+,)?(?:"ExtendedStatistic":"\w+",)?"MetricName":"([\w.-]+)","Namespace":"GreenCourtyard"/g
	return [
		...[...text.matchAll(inDashboard)].map(([, name = '', by = '']) => ({ name, by })),
		...[...text.matchAll(inAlarm)].map(([, by = '', name = '']) => ({ name, by })),
	]
}
