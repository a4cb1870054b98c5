import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { ruleLimit } from '../reference/limits.ts'

/** A limit as a person would type it for a device: where the alarm begins and ends, each after so many readings in a row. */
export type FlowLimit = {
	rule: string
	measurand: string
	high: boolean
	limit: number
	back: number
	on: number
	off: number
}

/** What a person would have typed from the profile: limits by device, and by measurand what a sound sensor can send. */
export const flowRules = ({ alarms, measurands }: Profile, devices: readonly Device[]) => ({
	limits: Object.fromEntries(devices.map((device) => [device.id, flowLimits(alarms, device)])),
	ranges: Object.fromEntries(Object.entries(measurands).map(([name, { plausible }]) => [name, plausible])),
})

const flowLimits = (alarms: Profile['alarms'], device: Device): FlowLimit[] =>
	alarms.flatMap((rule) => {
		if (rule.watches !== 'limit') return []
		const { id, measurand, deadband, on, off } = rule
		const limit = ruleLimit(id, measurand, device, {})
		if (limit === undefined) return []
		const width = typeof deadband === 'number' ? deadband : deadband.shareOfLimit * limit
		const high = rule.direction === 'high'
		const back = high ? limit - width : limit + width
		return [{ ...{ rule: id, measurand, high, limit, back }, on: on.readings, off: off.readings }]
	})

const check = `
const device = msg.topic.split('/')[2]
let entries
try { entries = [JSON.parse(msg.payload)].flat() } catch { return null }
const ranges = global.get('ranges')
const isSound = ([name, value]) => typeof value === 'number' && value >= ranges[name]?.[0] && value <= ranges[name]?.[1]
const sound = entries
	.filter(({ at, ...values }) => Number.isInteger(at) && Object.entries(values).every(isSound))
	.map(({ at, ...values }) => ({ device, at, values }))
global.set('taken', (global.get('taken') ?? 0) + sound.length)
return [sound]`

const threshold = `
const states = flow.get(msg.device, 'file') ?? {}
msg.raised = []
for (const { rule, measurand, high, limit, back, on, off } of global.get('limits')[msg.device]) {
	const value = msg.values[measurand]
	if (value === undefined) continue
	const state = states[rule] ?? { isOpen: false, row: 0 }
	const isOver = high ? value > limit : value < limit
	const isBack = high ? value <= back : value >= back
	state.row = (state.isOpen ? isBack : isOver) ? state.row + 1 : 0
	if (state.row >= (state.isOpen ? off : on)) {
		state.isOpen = !state.isOpen
		state.row = 0
		if (state.isOpen) msg.raised.push(rule)
	}
	states[rule] = state
}
flow.set(msg.device, states, 'file')
return msg`

const store = `
const { client, PutItemCommand, marshall, table } = global.get('dynamo')
const put = (item) => client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }))
const time = new Date(msg.at).toISOString()
await put({ device: msg.device, hour: time, values: msg.values })
for (const rule of msg.raised) await put({ device: 'task ' + msg.device, hour: time + ' ' + rule })
global.set('stored', (global.get('stored') ?? 0) + 1)
return null`

const state = `
const open = flow.keys('file').flatMap((device) => Object.entries(flow.get(device, 'file'))
	.filter(([, { isOpen }]) => isOpen)
	.map(([rule]) => device + ' ' + rule))
msg.payload = { taken: global.get('taken') ?? 0, stored: global.get('stored') ?? 0, open }
return msg`

/**
 * MQTT → check → threshold with hysteresis → store, and a page that says how many readings were taken and stored and which
 * alarms are open. A pack is taken apart. Alarm states are in the context that outlives the process.
 */
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
		node('page', 'http in', ['state'], { url: '/state', method: 'get' }),
		code('state', state, ['answer']),
		node('answer', 'http response', []),
	]
}
