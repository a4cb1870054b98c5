import type { Profile } from '../../../shared/contract/profile.ts'

/** A limit as a person would type it into a flow: where it begins, and where it ends again. */
export type FlowLimit = { rule: string; measurand: string; high: boolean; limit: number; back: number }

/** Limits of the profile that are one number; those that go by class or level a flow would not know. */
export const flowLimits = ({ alarms }: Profile): FlowLimit[] =>
	alarms.flatMap((rule) => {
		if (rule.watches !== 'limit' || rule.limit === undefined) return []
		const { limit, deadband } = rule
		const width = typeof deadband === 'number' ? deadband : deadband.shareOfLimit * limit
		const high = rule.direction === 'high'
		return [{ rule: rule.id, measurand: rule.measurand, high, limit, back: high ? limit - width : limit + width }]
	})

const check = `
const device = msg.topic.split('/')[2]
let reading
try { reading = JSON.parse(msg.payload) } catch { return null }
const { at, ...values } = reading
if (!Number.isInteger(at) || Object.values(values).some((value) => typeof value !== 'number')) return null
return { device, at, values }`

const threshold = `
const active = flow.get(msg.device) ?? {}
msg.raised = []
for (const { rule, measurand, high, limit, back } of global.get('limits')) {
	const value = msg.values[measurand]
	if (value === undefined) continue
	if (!active[rule] && (high ? value > limit : value < limit)) { active[rule] = msg.at; msg.raised.push(rule) }
	else if (active[rule] && (high ? value <= back : value >= back)) delete active[rule]
}
flow.set(msg.device, active)
return msg`

const store = `
const { client, PutItemCommand, marshall, table } = global.get('dynamo')
const put = (item) => client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }))
const time = new Date(msg.at).toISOString()
await put({ device: msg.device, hour: time, values: msg.values })
for (const rule of msg.raised) await put({ device: 'task ' + msg.device, hour: time + ' ' + rule })
global.set('stored', (global.get('stored') ?? 0) + 1)
return null`

const count = `msg.payload = String(global.get('stored') ?? 0); return msg`

/** MQTT → check → threshold with hysteresis → store, and a page that says how many readings are stored. */
export function flowOn(mqttPort: number): object[] {
	const node = (id: string, type: string, wires: string[], rest: object = {}) => ({
		// Without a place it would be taken for a configuration.
		...{ id, type, z: 'flow', name: id, x: 0, y: 0, wires: wires.length === 0 ? [] : [wires] },
		...rest,
	})
	const code = (id: string, func: string, wires: string[]) =>
		node(id, 'function', wires, { func, outputs: wires.length })
	return [
		{ id: 'flow', type: 'tab', label: 'telemetry' },
		{
			...{ id: 'broker', type: 'mqtt-broker', broker: '127.0.0.1', port: String(mqttPort), clientid: 'flow' },
			...{ protocolVersion: '4', keepalive: '60', cleansession: false, autoConnect: true },
		},
		node('in', 'mqtt in', ['check'], { topic: 'dt/sanitation/+/json', qos: '1', datatype: 'utf8', broker: 'broker' }),
		code('check', check, ['threshold']),
		code('threshold', threshold, ['store']),
		code('store', store, []),
		node('stored', 'http in', ['count'], { url: '/stored', method: 'get' }),
		code('count', count, ['answer']),
		node('answer', 'http response', []),
	]
}
