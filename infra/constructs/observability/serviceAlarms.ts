import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Watch } from '../operators.ts'
import { figure, refusedShare, silentShare, throttledCalls, throttledTables } from './metrics.ts'
import type { Parts } from './parts.ts'

/**
 * What wakes the operators beside failed runs and dead letters, which stand with their function and queue. Each has its
 * entry in docs/runbook.md.
 */
export const serviceAlarms = (parts: Parts): readonly Watch[] => [
	{
		runbook: 'readings-wait',
		title: { zh: '读数在队列中久等', en: 'Readings wait in the queue' },
		meaning: 'The oldest message has waited for five minutes: ingest does not keep up, or does not run.',
		// Of SQS, not our own figure: that comes from ingest, which may be what has stopped.
		metric: parts.telemetry.queue.metricApproximateAgeOfOldestMessage({
			period: Duration.minutes(1),
			statistic: Stats.MAXIMUM,
		}),
		threshold: 300,
		periods: 5,
	},
	{
		runbook: 'readings-stored-late',
		title: { zh: '读数入库过慢', en: 'Readings are stored late' },
		meaning: 'One message in twenty took more than a minute from its arrival to the table.',
		metric: figure(parts.ingest, 'receivedToStored', Stats.percentile(95)),
		threshold: 60,
		periods: 3,
	},
	{
		runbook: 'messages-fail',
		title: { zh: '部分消息处理失败', en: 'Single messages fail' },
		meaning:
			'For a quarter of an hour messages failed, not for their content. After five attempts they are dead letters.',
		metric: figure(parts.ingest, 'messagesFailed', Stats.SUM),
		threshold: 1,
		periods: 3,
	},
	{
		runbook: 'many-refused',
		title: { zh: '大量消息被拒收', en: 'Many messages are refused' },
		meaning: 'A fifth of the messages went to quarantine: a device type, a gateway or the registry has changed.',
		metric: refusedShare(parts, Duration.minutes(15)),
		threshold: 20,
		periods: 2,
	},
	{
		runbook: 'many-silent',
		title: { zh: '大量设备无数据', en: 'Many devices are silent' },
		meaning: 'Nothing comes from three devices in ten: a power cut, a network, a gateway, or our own entrance.',
		metric: silentShare(parts),
		threshold: 30,
		periods: 3,
	},
	{
		runbook: 'critical-told-late',
		title: { zh: '紧急告警送达过慢', en: 'Critical news are told late' },
		meaning: 'Critical news took more than five minutes to a channel.',
		metric: figure(parts.notify, 'criticalNewsToTold', Stats.MAXIMUM),
		threshold: 300,
	},
	{
		runbook: 'channels-fail',
		title: { zh: '通知渠道长时间不通', en: 'A channel has failed for an hour' },
		meaning: 'Somebody is not told of tasks. Staff see which channel and why; usually its key or address has changed.',
		metric: figure(parts.notify, 'channelsFailing', Stats.MINIMUM, Duration.minutes(15)),
		threshold: 1,
		periods: 4,
	},
	{
		runbook: 'certificates-refused',
		title: { zh: '大量设备领证被拒', en: 'Many are refused a certificate' },
		meaning:
			'Ten times in a quarter of an hour the claim certificate was shown with a serial number that gets none: numbers are missing in the registry, or somebody who has the claim certificate is guessing.',
		metric: figure(parts.provision, 'certificatesRefused', Stats.SUM, Duration.minutes(15)),
		threshold: 10,
	},
	{
		runbook: 'api-errors',
		title: { zh: '接口返回错误', en: 'The API answers with errors' },
		// A fault that is answered as a problem is no failed invocation.
		meaning: 'Five calls within five minutes were answered with a fault of ours. Read the log of the API.',
		metric: parts.http.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
		threshold: 5,
	},
	{
		runbook: 'tables-throttled',
		title: { zh: '数据表容量不足', en: 'Tables are throttled' },
		meaning: 'A table refuses reads or writes for want of capacity. They are tried again; the delay grows.',
		metric: throttledTables(parts),
		threshold: 10,
		periods: 2,
	},
	{
		runbook: 'functions-throttled',
		title: { zh: '函数并发不足', en: 'Functions are throttled' },
		meaning: 'The account has no function free: its concurrency is used up, perhaps by another service.',
		metric: throttledCalls(parts),
		threshold: 10,
		periods: 3,
	},
]
