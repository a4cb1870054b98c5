import type { Task } from '../../contract/task/task.ts'
import { isFlatRule } from '../alarm/flatRule.ts'

/** One thing to do or to look at. `id` is what a tick names. */
export type CheckItem = { id: string; text: { zh: string; en: string } }

const item = (id: string, zh: string, en: string): CheckItem => ({ id, text: { zh, en } })

const water = [
	item('look', '到处理站看进水有无异常颜色、气味', 'Look at the inflow for unusual colour or smell'),
	item('pump', '检查曝气机和水泵是否运转', 'Check that aerator and pumps are running'),
	item('screen', '清理格栅和沉砂', 'Clear the screen and the grit'),
	item('operator', '仍超标时通知运维单位取样', 'If it stays too high, have the operator take a sample'),
]
const sensor = [
	item('look', '到现场看传感器是否被遮挡、移动或拔掉', 'Look whether the sensor is covered, moved or unplugged'),
	item('power', '检查供电和接线', 'Check power and wiring'),
	item(
		'replace',
		'无法恢复时联系镇技术员更换',
		"If it does not come back, ask the township's technician for a new one",
	),
]
const toiletAir = [
	item('air', '打开门窗通风', 'Open door and windows'),
	item('flush', '冲洗便池、清扫地面', 'Flush and clean'),
	item('trap', '检查存水弯和排气管是否堵塞', 'Check trap and vent pipe for blockage'),
]

/** What to do first, by alarm rule: short enough to be read out. */
const byRule: Readonly<Record<string, readonly CheckItem[]>> = {
	'ammonia-high': toiletAir,
	'hydrogen-sulfide-high': [
		item('keep-out', '先通风，不要进入化粪池或检查井', 'Air it first; never climb into a tank or a manhole'),
		...toiletAir,
	],
	'septic-level-high': [
		item('fence', '盖好井盖，防止跌落', 'Keep the lid closed so that nobody falls in'),
		item('order', '预约抽粪车', 'Order the septic truck'),
		item('leak', '查看有无外溢', 'Look for overflow'),
	],
	'fill-high': [
		item('empty', '联系收运车清运', 'Call the truck to empty it'),
		item('around', '清扫箱体周边散落垃圾', 'Clear what lies around the bin'),
		item('spare', '必要时临时增加垃圾桶', 'Put up another bin if need be'),
	],
	fire: [
		item('safe', '疏散周围的人，火势大时拨打 119', 'Keep people away; if it burns, call 119'),
		item('water', '小火用水或沙土扑灭', 'Put out a small fire with water or sand'),
		item('cool', '确认完全冷却后再清运', 'Empty it only when it is cold'),
	],
	'tilt-high': [
		item('upright', '扶正垃圾箱并固定', 'Put the bin upright and fix it'),
		item('around', '清扫散落垃圾', 'Clear what fell out'),
	],
	'ph-high': water,
	'ph-low': water,
	'cod-high': water,
	'ammonia-nitrogen-high': water,
	'total-phosphorus-high': water,
	'total-nitrogen-high': water,
	'suspended-solids-high': water,
	'level-high': [
		item('fence', '设置警示，不要下井', 'Put up a warning; do not climb in'),
		item('pump', '检查提升泵是否运转', 'Check that the lift pump runs'),
		item('screen', '清理格栅和堵塞物', 'Clear the screen and any blockage'),
		item('truck', '仍上涨时调吸污车', 'If it keeps rising, call the suction truck'),
	],
	'pump-fault': [
		item('power', '断电后检查，防止触电', 'Switch off the power before touching it'),
		item('reset', '检查空开和热继电器并复位', 'Check the breaker and the relay, and reset'),
		item('spare', '启用备用泵，联系维修', 'Use the spare pump and call for repair'),
	],
	'battery-low': [
		item('battery', '更换或充电电池', 'Replace or charge the battery'),
		item('solar', '清洁太阳能板', 'Clean the solar panel'),
	],
	implausible: sensor,
	silent: sensor,
	outage: [
		item('power', '询问村里是否停电', 'Ask whether the village has no power'),
		item('gateway', '检查网关指示灯和网络', "Check the gateway's lights and its network"),
		item('operator', '联系供电所或运营商', 'Call the power company or the carrier'),
	],
}

const elsewhere = [
	item('look', '到现场核实', 'Go and look'),
	item('before', '拍处理前照片', 'Take a photo before'),
	item('after', '处理后拍照', 'Take a photo after'),
]

/** What to do first for a task. A rule that a profile adds gets the general list. */
export const checklistOf = (task: Task): readonly CheckItem[] =>
	task.source === 'alarm' ? checklistOfRule(task.rule) : elsewhere

export const checklistOfRule = (rule: string): readonly CheckItem[] =>
	isFlatRule(rule) ? sensor : (byRule[rule] ?? elsewhere)
