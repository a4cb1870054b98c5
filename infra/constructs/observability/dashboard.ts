import { Duration, Stack } from 'aws-cdk-lib'
import {
	AlarmStatusWidget,
	Dashboard,
	GraphWidget,
	type IAlarm,
	type IMetric,
	type IWidget,
	type Metric,
	Stats,
	TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { FaultCode } from '../../../shared/contract/telemetry/reading.ts'
import { faults, figure, throttledCalls, throttledTables } from './metrics.ts'
import { functionsOf, type Parts } from './parts.ts'

/** What the operators look at first: the way of a reading from left to right, top to bottom. */
export const dashboard = (scope: Construct, parts: Parts, alarms: readonly IAlarm[]): Dashboard => {
	const { stackName, region } = Stack.of(scope)
	return new Dashboard(scope, 'Dashboard', {
		// Dashboards of all regions of an account lie side by side.
		dashboardName: `${stackName}-${region}`,
		defaultInterval: Duration.hours(3),
		widgets: [
			[
				new TextWidget({
					markdown: '# 绿色院落 Green Courtyard\n告警处置见 What to do about an alarm: `docs/runbook.md`',
					width: 24,
					height: 2,
				}),
			],
			[new AlarmStatusWidget({ title: '告警 Alarms', alarms: [...alarms], width: 24, height: 5 })],
			...rows(parts),
		],
	})
}

const rows = (parts: Parts): IWidget[][] => {
	const { ingest, sweep, notify, provision, api, http, telemetry, messaging, operators, stream, streamed } = parts
	const percentiles = (metricOf: (statistic: string) => Metric): IMetric[] =>
		[50, 95].map((n) => metricOf(Stats.percentile(n)).with({ label: `p${n}` }))
	return [
		[
			graph('读数 Readings', [figure(ingest, 'messages', Stats.SUM), figure(ingest, 'readings', Stats.SUM)]),
			graph(
				'拒收原因 Refused, by reason',
				FaultCode.options.map((reason) => faults(ingest, reason)),
			),
			graph('无数据设备 Silent devices', [
				figure(sweep, 'silentDevices', Stats.MAXIMUM),
				figure(sweep, 'watchedDevices', Stats.MAXIMUM),
			]),
		],
		[
			graph('读数到入库 Reading to stored, s', [
				...percentiles((statistic) => figure(ingest, 'readingToStored', statistic)),
				figure(ingest, 'receivedToStored', Stats.percentile(95)).with({ label: 'p95 received to stored' }),
			]),
			graph('读数到告警 Reading to alert, s', [
				figure(ingest, 'readingToAlert', Stats.percentile(95)).with({ label: 'p95 display' }),
				figure(notify, 'readingToAlert', Stats.percentile(95)).with({ label: 'p95 people' }),
				figure(notify, 'criticalNewsToTold', Stats.MAXIMUM).with({ label: 'critical, from known to told' }),
			]),
			...(stream && streamed
				? [
						graph('数据流 Stream: oldest ms', [
							stream.fetchedAge.with({ label: 'fetched' }),
							streamed.givenAge.with({ label: 'given to ingest' }),
						]),
					]
				: []),
			graph('队列 Queue: waiting, oldest s', [
				telemetry.queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, label: 'waiting' }),
				telemetry.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM, label: 'oldest, s' }),
				figure(ingest, 'queueAge', Stats.MAXIMUM).with({ label: 'oldest of a batch, s' }),
			]),
		],
		[
			graph('任务与告警 Tasks and alerts', [
				...[ingest, sweep].map((of) => figure(of, 'tasksChanged', Stats.SUM).with({ label: `tasks: ${of.name}` })),
				...[ingest, sweep].map((of) => figure(of, 'alertsSent', Stats.SUM).with({ label: `alerts: ${of.name}` })),
				figure(notify, 'messagesToPeople', Stats.SUM).with({ label: 'messages to people' }),
				figure(notify, 'channelsFailing', Stats.MAXIMUM).with({ label: 'channels failing' }),
				figure(provision, 'certificatesRefused', Stats.SUM).with({ label: 'refused a certificate' }),
			]),
			graph(
				'未处理 Dead letters',
				[telemetry.deadLetterQueue, messaging.errors, operators.failedRuns, ...(stream ? [stream.undone] : [])].map(
					(queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, label: queue.node.id }),
				),
			),
			graph('接口 API', [
				http.metricCount({ statistic: Stats.SUM, label: 'calls' }),
				http.metricClientError({ statistic: Stats.SUM, label: '4xx' }),
				http.metricServerError({ statistic: Stats.SUM, label: '5xx' }),
				api.lambda.metricDuration({ statistic: Stats.percentile(95), label: 'p95, ms' }),
			]),
		],
		[
			graph(
				'函数出错 Function errors',
				functionsOf(parts).map(({ name, lambda }) => lambda.metricErrors({ statistic: Stats.SUM, label: name })),
			),
			graph(
				'函数用时 Function duration p95, ms',
				functionsOf(parts).map(({ name, lambda }) =>
					lambda.metricDuration({ statistic: Stats.percentile(95), label: name }),
				),
			),
			graph('容量不足 Throttled', [throttledCalls(parts), throttledTables(parts)]),
		],
	]
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8, height: 6 })
