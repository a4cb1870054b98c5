import { deviceModels } from '../../../../../shared/contract/registry/deviceModels.ts'
import type { Column, Group, Sheet } from './column.ts'
import { courtyardReference, idColumn, nameColumns, placeColumns } from './commonColumns.ts'

const day = { zh: '日期，如 2026-11-30', en: 'a day such as 2026-11-30' }
const level = ['toilet', 'waste', 'sewage'] as const

const what: readonly Column[] = [
	{
		name: 'kind',
		hint: { zh: '它监测什么，或做什么用', en: 'What it measures, or what it is for' },
		path: ['kind'],
		title: { zh: '类型', en: 'Kind' },
		expected: {
			zh: '厕所、垃圾、污水、显示屏、网关之一',
			en: 'one of toilet, waste, sewage, display, gateway',
		},
		is: 'choice',
		isRequired: true,
		choices: [
			{ value: 'toilet', zh: '厕所', en: 'toilet' },
			{ value: 'waste', zh: '垃圾', en: 'waste' },
			{ value: 'sewage', zh: '污水', en: 'sewage' },
			{ value: 'display', zh: '显示屏', en: 'display' },
			{ value: 'gateway', zh: '网关', en: 'gateway' },
		],
	},
	courtyardReference,
]

const how: readonly Column[] = [
	{
		name: 'interval',
		initial: '300',
		path: ['interval'],
		title: { zh: '上报间隔（秒）', en: 'Reports every (s)' },
		expected: { zh: '10 到 86400 的整数，单位秒', en: 'a whole number from 10 to 86400, in seconds' },
		is: 'number',
	},
	{
		name: 'household',
		initial: 'false',
		hint: { zh: '户厕只保留每天的使用次数', en: 'Of a household toilet only the daily visits are kept' },
		path: ['household'],
		title: { zh: '户厕', en: 'Household toilet' },
		expected: { zh: '是或否', en: 'yes or no' },
		is: 'choice',
		of: ['toilet'],
		choices: [
			{ value: false, zh: '否', en: 'no' },
			{ value: true, zh: '是', en: 'yes' },
		],
	},
	{
		name: 'toilet_class',
		initial: '2',
		hint: { zh: '按 GB/T 17217 的一、二、三类', en: 'Class 1, 2 or 3 of GB/T 17217' },
		path: ['toiletClass'],
		title: { zh: '公厕类别', en: 'Toilet class' },
		expected: { zh: '1、2、3 之一（一类、二类、三类）', en: 'one of 1, 2, 3 (GB/T 17217)' },
		is: 'choice',
		of: ['toilet'],
		choices: [1, 2, 3].map((value) => ({ value, zh: `${value}`, en: `${value}` })),
	},
	{
		name: 'sewage_level',
		initial: 'II',
		hint: { zh: '按 DB51/2626-2019', en: 'By DB51/2626-2019' },
		path: ['sewageLevel'],
		title: { zh: '污水排放级别', en: 'Discharge level' },
		expected: { zh: 'I、II、III 之一（DB51/2626-2019）', en: 'one of I, II, III (DB51/2626-2019)' },
		is: 'choice',
		of: ['sewage'],
		choices: ['I', 'II', 'III'].map((value) => ({ value, zh: value, en: value })),
	},
]

const radio: readonly Column[] = [
	{
		name: 'serial',
		path: ['serial'],
		title: { zh: '序列号', en: 'Serial number' },
		hint: { zh: '凭它设备可以自己领取证书，只能领一次', en: 'By it the device may fetch its certificate itself, once' },
		expected: {
			zh: '1 到 64 个字母、数字或“.”“_”“:”“-”，以字母或数字开头，不与别的设备重复',
			en: '1 to 64 letters, digits, ".", "_", ":" or "-", beginning with a letter or digit, that no other device has',
		},
		is: 'code',
		of: [...level, 'gateway'],
	},
	{
		name: 'gateway',
		hint: { zh: '设备没有自己的证书时，由网关代报', en: 'Speaks for a device without a certificate of its own' },
		path: ['gateway'],
		title: { zh: '网关', en: 'Gateway' },
		expected: {
			zh: '已登记网关的编号，或没有重名的名称',
			en: 'the id of a registered gateway, or a name that no other has',
		},
		is: 'reference',
		to: 'devices',
		of: level,
	},
	{
		name: 'eui',
		path: ['eui'],
		title: { zh: 'DevEUI', en: 'DevEUI' },
		expected: {
			zh: '16 位十六进制数，不与别的设备重复',
			en: '16 hexadecimal digits that no other device has',
		},
		is: 'code',
		of: level,
	},
	{
		name: 'mn',
		path: ['mn'],
		title: { zh: 'HJ 212 编号（MN）', en: 'HJ 212 number (MN)' },
		hint: { zh: '按 HJ 212 报数的污水站才填', en: 'Of a sewage station that speaks HJ 212' },
		expected: {
			zh: '1 到 32 个字母、数字、“-”或“_”，不与别的设备重复',
			en: '1 to 32 letters, digits, "-" or "_" that no other device has',
		},
		is: 'code',
		of: ['sewage'],
	},
	{
		name: 'model',
		hint: { zh: '按型号读懂 LoRaWAN 传感器的数据', en: 'Tells how the bytes of a LoRaWAN sensor are read' },
		path: ['model'],
		title: { zh: '型号', en: 'Model' },
		expected: { zh: '能读懂的型号，如 EM310-UDL', en: 'a model whose bytes are understood, such as EM310-UDL' },
		is: 'choice',
		of: level,
		choices: deviceModels.map((value) => ({ value, zh: value, en: value })),
	},
]

const shape: readonly Column[] = [
	{
		name: 'bin_height',
		path: ['binHeight'],
		title: { zh: '桶高（毫米）', en: 'Height of the bin (mm)' },
		expected: { zh: '50 到 10000 的整数，单位毫米', en: 'a whole number from 50 to 10000, in mm' },
		is: 'number',
		of: ['waste'],
	},
	{
		name: 'well_depth',
		path: ['wellDepth'],
		title: { zh: '井深（毫米）', en: 'Depth of the well (mm)' },
		expected: { zh: '50 到 20000 的整数，单位毫米', en: 'a whole number from 50 to 20000, in mm' },
		is: 'number',
		of: ['toilet', 'sewage'],
	},
	{
		name: 'blind_zone',
		path: ['blindZone'],
		title: { zh: '盲区（毫米）', en: 'Blind zone (mm)' },
		expected: {
			zh: '0 到 5000 的整数，单位毫米，小于桶高和井深',
			en: 'a whole number from 0 to 5000, in mm, less than height and depth',
		},
		is: 'number',
		of: level,
	},
]

const times: readonly Column[] = [
	{
		name: 'joined',
		hint: { zh: '从这一天起计分；不填为登记当天', en: 'The first day that counts; empty: the day it is added' },
		path: ['joined'],
		title: { zh: '开始计分', en: 'Counts from' },
		expected: day,
		is: 'day',
		isLasting: true,
		of: level,
	},
	{
		name: 'left',
		hint: { zh: '最后计分的一天；还在用就不填', en: 'The last day that counts; empty while it is in use' },
		path: ['left'],
		title: { zh: '停止计分', en: 'Counts until' },
		expected: day,
		is: 'day',
		of: level,
	},
]

const groups: readonly Group[] = [
	{ title: { zh: '设备', en: 'The device' }, columns: [idColumn, ...nameColumns, ...what] },
	{ title: { zh: '用途和上报', en: 'Use and reporting' }, columns: how },
	{ title: { zh: '联网和型号', en: 'How it is connected' }, columns: radio },
	{ title: { zh: '安装尺寸', en: 'How it is mounted' }, columns: shape },
	{ title: { zh: '位置', en: 'Where it is' }, columns: placeColumns },
	{ title: { zh: '计分起止', en: 'When it counts' }, columns: times },
]

/** Devices as a table. Times under repair and earlier courtyards are history, and have pages of their own. */
export const deviceSheet: Sheet = {
	room: 'devices',
	title: { zh: '设备', en: 'devices' },
	columns: groups.flatMap(({ columns }) => columns),
	groups,
	kept: ['outOfService', 'moves'],
}
