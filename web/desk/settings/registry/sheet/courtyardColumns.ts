import type { Column, Group, Sheet } from './column.ts'
import { idColumn, nameColumns, placeColumns } from './commonColumns.ts'

const what: readonly Column[] = [
	{
		name: 'village',
		hint: { zh: '它属于哪个村', en: 'Where it belongs' },
		path: ['village'],
		title: { zh: '村', en: 'Village' },
		expected: {
			zh: '已登记村的编号，或没有重名的名称',
			en: 'the id of a registered village, or a name that no other has',
		},
		is: 'reference',
		to: 'villages',
		isRequired: true,
	},
	{
		name: 'kind',
		hint: { zh: '评比时和同类院落比', en: 'It is ranked among its kind' },
		path: ['kind'],
		title: { zh: '类型', en: 'Kind' },
		expected: {
			zh: '自然村院落、同心圆院落、聚居点院落之一',
			en: 'one of natural village, concentric, settlement',
		},
		is: 'choice',
		isRequired: true,
		choices: [
			{ value: 'natural-village', zh: '自然村院落', en: 'natural village' },
			{ value: 'concentric', zh: '同心圆院落', en: 'concentric' },
			{ value: 'settlement', zh: '聚居点院落', en: 'settlement' },
		],
	},
	{
		name: 'households',
		path: ['households'],
		title: { zh: '户数', en: 'Households' },
		expected: { zh: '1 到 10000 的整数', en: 'a whole number from 1 to 10000' },
		is: 'number',
		isRequired: true,
	},
]

const who: readonly Column[] = [
	{
		name: 'head',
		path: ['head'],
		title: { zh: '院落长', en: 'Head' },
		expected: { zh: '1 到 40 个字的姓名', en: 'a name of 1 to 40 characters' },
		is: 'text',
	},
	{
		name: 'in_charge',
		path: ['inCharge', 'person', 'id'],
		title: { zh: '负责人账号', en: 'Account in charge' },
		expected: {
			zh: '登录系统里的账号，1 到 120 个字符，和负责人姓名一起填',
			en: 'the account at the identity provider, 1 to 120 characters, together with the name',
		},
		is: 'code',
		isLasting: true,
	},
	{
		name: 'in_charge_name',
		path: ['inCharge', 'person', 'name'],
		title: { zh: '负责人姓名', en: 'Name in charge' },
		expected: {
			zh: '1 到 60 个字的姓名，和负责人账号一起填',
			en: 'a name of 1 to 60 characters, together with the account',
		},
		is: 'text',
		isLasting: true,
	},
]

const groups: readonly Group[] = [
	{ title: { zh: '院落', en: 'The courtyard' }, columns: [idColumn, ...nameColumns, ...what] },
	{ title: { zh: '负责人', en: 'Who is in charge' }, columns: who },
	{ title: { zh: '位置', en: 'Where it is' }, columns: placeColumns },
]

/** Courtyards as a table. Deputies come and go by the day, and have an operation of their own. */
export const courtyardSheet: Sheet = {
	room: 'courtyards',
	title: { zh: '院落', en: 'courtyards' },
	columns: groups.flatMap(({ columns }) => columns),
	groups,
	kept: ['inCharge.deputies'],
}
