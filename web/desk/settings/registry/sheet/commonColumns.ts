import type { Column } from './column.ts'

export const idColumn: Column = {
	name: 'id',
	path: ['id'],
	title: { zh: '编号', en: 'Id' },
	expected: {
		zh: '1 到 64 个字母、数字、“-”或“_”，以字母或数字开头',
		en: '1 to 64 letters, digits, "-" or "_", beginning with a letter or digit',
	},
	is: 'code',
	isRequired: true,
}

/** What people call it, in both languages. */
export const nameColumns: readonly Column[] = [
	{
		name: 'name_zh',
		path: ['name', 'zh'],
		title: { zh: '名称', en: 'Chinese name' },
		expected: { zh: '1 到 60 个字的名称', en: 'a name of 1 to 60 characters' },
		is: 'text',
		isRequired: true,
	},
	{
		name: 'name_en',
		path: ['name', 'en'],
		title: { zh: '英文名称', en: 'English name' },
		expected: { zh: '1 到 80 个字符的英文名称', en: 'a name of 1 to 80 characters' },
		is: 'text',
		isRequired: true,
	},
]

export const courtyardReference: Column = {
	name: 'courtyard',
	hint: { zh: '它装在哪里，为哪里计分', en: 'Where it is mounted and counts' },
	path: ['courtyard'],
	title: { zh: '院落', en: 'Courtyard' },
	expected: {
		zh: '已登记院落的编号，或没有重名的名称',
		en: 'the id of a registered courtyard, or a name that no other has',
	},
	is: 'reference',
	to: 'courtyards',
	isRequired: true,
}

/** WGS 84, degrees. */
export const placeColumns: readonly Column[] = [
	{
		name: 'lat',
		path: ['position', 'lat'],
		title: { zh: '纬度', en: 'Latitude' },
		expected: { zh: '-90 到 90 的数，和经度一起填', en: 'a number from -90 to 90, together with the longitude' },
		is: 'number',
	},
	{
		name: 'lon',
		path: ['position', 'lon'],
		title: { zh: '经度', en: 'Longitude' },
		expected: { zh: '-180 到 180 的数，和纬度一起填', en: 'a number from -180 to 180, together with the latitude' },
		is: 'number',
	},
]
