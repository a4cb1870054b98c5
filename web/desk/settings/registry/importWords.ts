import { words } from '../../../i18n/language.ts'

/** What the import of a table says. */
export const importWords = words({
	devices: { zh: '导入设备表格', en: 'Import a table of devices' },
	courtyards: { zh: '导入院落表格', en: 'Import a table of courtyards' },
	note: {
		zh: '先看清楚会改变什么，再决定导入。',
		en: 'See what would change first; then decide.',
	},
	how: {
		zh: '表格存成 CSV 文件。第一行是表头，中文英文都可以；空着的格子保持原样，填“-”表示去掉原来的内容。',
		en: 'Save the table as a CSV file. The first line has the headings, in Chinese or English. An empty cell leaves what is there; a “-” takes it away.',
	},
	choose: { zh: '选择文件', en: 'Choose a file' },
	other: { zh: '换一个文件', en: 'Choose another file' },
	template: { zh: '下载空白表格', en: 'Download an empty table' },
	checking: { zh: '正在核对…', en: 'Checking…' },
	read: {
		zh: (file: string, encoding: string, lines: number) => `${file}：${encoding} 编码，${lines} 行内容`,
		en: (file: string, encoding: string, lines: number) =>
			`${file}: ${encoding}, ${lines === 1 ? 'one line' : `${lines} lines`} of content`,
	},
	unknown: {
		zh: (headings: string) => `这些列不认识，不会导入：${headings}`,
		en: (headings: string) => `These columns are not known and are left out: ${headings}`,
	},
	preview: { zh: '预览', en: 'Preview' },
	all: { zh: '全部', en: 'All' },
	added: { zh: '新增', en: 'Added' },
	changed: { zh: '修改', en: 'Changed' },
	unchanged: { zh: '不变', en: 'Unchanged' },
	refused: { zh: '不能导入', en: 'Refused' },
	line: { zh: (line: number) => `第 ${line} 行`, en: (line: number) => `Line ${line}` },
	what: { zh: '结果', en: 'What happens' },
	whole: { zh: '整行', en: 'The line' },
	expected: { zh: (what: string) => `应填：${what}；`, en: (what: string) => `should be ${what};` },
	got: { zh: (what: string) => `填的是“${what}”`, en: (what: string) => `it says “${what}”` },
	notThere: { zh: '没有填', en: 'there is nothing' },
	blank: { zh: '空', en: 'nothing' },
	becomes: { zh: '改为', en: 'becomes' },
	more: {
		zh: (count: number) => `还有 ${count} 行没有显示；用上面的筛选来看。`,
		en: (count: number) => `${count} more lines are not shown; use the filter above.`,
	},
	put: {
		zh: (count: number) => `导入 ${count} 条`,
		en: (count: number) => (count === 1 ? 'Import one entry' : `Import ${count} entries`),
	},
	putRest: {
		zh: (count: number) => `导入其余 ${count} 条`,
		en: (count: number) => (count === 1 ? 'Import the other one' : `Import the other ${count}`),
	},
	leaves: {
		zh: (count: number) => `不能导入的 ${count} 行会跳过；改好后可以再导入一次。`,
		en: (count: number) =>
			count === 1
				? 'The refused line is left out; mend it and import the file once more.'
				: `The ${count} refused lines are left out; mend them and import the file once more.`,
	},
	nothing: { zh: '没有需要导入的内容', en: 'There is nothing to import' },
	putting: { zh: '正在导入', en: 'Importing' },
	done: {
		zh: (count: number) => `已导入 ${count} 条`,
		en: (count: number) => (count === 1 ? 'One entry was imported' : `${count} entries were imported`),
	},
	stopped: {
		zh: (done: number, all: number) => `导入了 ${done} 条后中断，共 ${all} 条。已导入的不受影响，可以再点一次。`,
		en: (done: number, all: number) => `It stopped after ${done} of ${all}. Those are in; try again to go on.`,
	},
	connect: {
		zh: '新设备还需要证书或网关才能上报：在列表里点“修改”，再点“怎样接入这台设备”。',
		en: 'New devices need a certificate or a gateway to report: choose “Change” in the list, then “How this device connects”.',
	},
	toList: { zh: '查看列表', en: 'To the list' },
	unreadable: { zh: '这个文件不能导入', en: 'This file cannot be imported' },
	empty: { zh: '文件是空的。', en: 'The file is empty.' },
	noId: {
		zh: '没有找到“编号”这一列。第一行应是表头，其中要有“编号”（或 id）。',
		en: 'There is no column “Id”. The first line should have the headings, “Id” among them.',
	},
	noRows: { zh: '表头下面没有内容。', en: 'There is nothing below the headings.' },
	tooMany: {
		zh: (rows: number, most: number) => `文件有 ${rows} 行，一次最多 ${most} 行。请分成几个文件。`,
		en: (rows: number, most: number) => `The file has ${rows} lines; ${most} at a time. Split it.`,
	},
	unclosed: {
		zh: (line: number) => `第 ${line} 行有一个引号没有结束。请检查这一行的引号。`,
		en: (line: number) => `On line ${line} a quotation mark opens that nothing closes.`,
	},
	twice: {
		zh: (heading: string) => `“${heading}”这一列出现了两次，请留一列。`,
		en: (heading: string) => `The column “${heading}” is there twice; keep one.`,
	},
	failedFile: { zh: '文件没有读出来，请再选一次。', en: 'The file could not be read; choose it again.' },
})
