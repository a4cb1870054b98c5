import type { Line } from './costOf.ts'
import { assumptions } from './deployment.ts'
import type { MeasuredUnits } from './measuredUnits.ts'
import { type Confidence, type Priced, type PriceTable, units } from './price.ts'
import type { Bill } from './report.ts'

const names: Record<Priced, string> = {
	iotConnection: '设备连接 IoT Core connection',
	iotMessages: '设备消息 IoT Core messages',
	iotRules: '规则触发 IoT Core rules',
	iotActions: '规则动作 IoT Core actions',
	sqsRequests: '队列 SQS requests',
	kinesisShards: '数据流分片 Kinesis shards',
	kinesisPuts: '数据流写入 Kinesis puts',
	kinesisRetention: '数据流保存 Kinesis retention over a day',
	lambdaRequests: '函数调用 Lambda requests',
	lambdaTime: '函数时间 Lambda time',
	dynamoWrites: '数据库写入 DynamoDB writes',
	dynamoReads: '数据库读取 DynamoDB reads',
	dynamoWriteCapacity: '数据库写容量 DynamoDB write capacity',
	dynamoReadCapacity: '数据库读容量 DynamoDB read capacity',
	dynamoStorage: '数据库存储 DynamoDB storage',
	dynamoBackup: '数据库备份 DynamoDB backup',
	logsIngested: '日志写入 Logs ingested',
	logsKept: '日志保存 Logs kept',
	metrics: '指标 Metrics',
	alarms: '告警 Alarms',
	dashboards: '仪表盘 Dashboard',
	schedules: '定时 Scheduler',
	httpRequests: '网页接口 HTTP API',
	s3Storage: '照片存储 S3 storage',
	s3Writes: '照片写入 S3 writes',
	s3Reads: '照片读取 S3 reads',
}

const confidences: Record<Confidence, string> = {
	vendor: '官方页面 vendor’s page',
	secondary: '二手来源 second-hand',
	derived: '推算 derived',
	'general-knowledge': '未见来源，凭常识 no source at hand',
	'not-found': '未找到 not found',
}

const signs = { USD: '$', CNY: '¥' } as const

/** A bill as lines of text: what is charged, how much of it, at which price. Lines with the same price are one. */
export function tellBill({ size, table, cost }: Bill): string {
	const sign = signs[table.currency]
	const money = (amount: number): string =>
		`${sign}${amount.toLocaleString('en-US', { maximumFractionDigits: amount < 10 ? 4 : 0 })}`
	const rows = [...Map.groupBy(cost.lines, ({ priced }) => priced)].map(([priced, lines]) => {
		const quantity = sum(lines, (line) => line.quantity)
		const amount = lines.some((line) => line.amount === null)
			? '价格未知 no price'
			: money(sum(lines, (line) => line.amount ?? 0))
		return `| ${names[priced]} | ${numbered(quantity)} ${units[priced]} | ${amount} |`
	})
	const left =
		cost.withoutPrice.length === 0
			? []
			: [
					'',
					`以上合计不含价格未知的项目。The sums leave out what has no known price: ${cost.withoutPrice.map((priced) => names[priced]).join(', ')}.`,
				]
	return [
		`### ${size.name}, ${table.region}`,
		'',
		`${numbered(size.devices)} 台设备 devices${size.cells > 1 ? `, ${size.cells} 个单元 cells` : ''}, ${numbered(cost.readings / 1e6)} 百万条读数 million readings / 月 month, ${size.buffer}, ${size.capacity}`,
		'',
		'| 项目 item | 用量 quantity / 月 month | 金额 amount |',
		'| --- | --- | --- |',
		...rows,
		'',
		`每百万条读数 per million readings ${money(cost.perMillionReadings)}; 固定 fixed ${money(cost.fixedPerMonth)} / 月 month; 每月 per month **${money(cost.perMonth)}**; 每台 per device ${money(cost.perMonth / size.devices)}`,
		...left,
	].join('\n')
}

/** Where every price of a region is from. */
export const tellPrices = ({ region, currency, taken, prices }: PriceTable): string =>
	[
		`### ${region}, ${currency}, ${taken}`,
		'',
		'| 项目 item | 价格 price | 单位 unit | 可信度 how known | 来源 source |',
		'| --- | --- | --- | --- | --- |',
		...(Object.keys(names) as Priced[]).map((priced) => {
			const { amount, confidence, source, note } = prices[priced]
			const known = `${confidences[confidence]}${note === undefined ? '' : `: ${note}`}`
			return `| ${names[priced]} | ${amount ?? '—'} | ${units[priced]} | ${known} | <${source}> |`
		}),
	].join('\n')

/** What the bills rest on beside prices. */
export const tellGround = ({ ingest, rollup }: MeasuredUnits): string =>
	[
		`实测 measured: ${ingest.measuredOn} \`${ingest.command}\`, ${rollup.measuredOn} \`${rollup.command}\``,
		`假设 assumed: ${Object.entries(assumptions)
			.map(([name, value]) => `${name} ${value}`)
			.join(', ')}`,
	].join('\n')

const sum = (lines: readonly Line[], of: (line: Line) => number): number => lines.reduce((a, line) => a + of(line), 0)

const numbered = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
