import { words } from '../i18n/language.ts'

export const chartWords = words({
	table: { zh: '看数据表', en: 'Show as table' },
	chart: { zh: '看曲线', en: 'Show as chart' },
	wholeRange: { zh: '显示全部', en: 'Whole range' },
	zoomHint: { zh: '在图上拖动可放大', en: 'Drag across the chart to zoom' },
	at: { zh: '时间', en: 'Time' },
	value: { zh: '数值', en: 'Value' },
	alarm: { zh: '告警时段', en: 'Alarm' },
	ends: { zh: '最小到最大', en: 'Least to greatest' },
	least: { zh: '最小', en: 'Least' },
	mean: { zh: '平均', en: 'Mean' },
	greatest: { zh: '最大', en: 'Greatest' },
	night: { zh: '夜间', en: 'Night' },
	none: { zh: '这段时间没有数据', en: 'No data in this time' },
	newest: { zh: (count: number) => `最近 ${count} 条`, en: (count: number) => `The newest ${count}` },
})
