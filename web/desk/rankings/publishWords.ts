import { words } from '../../i18n/language.ts'

export const publishWords = words({
	publish: { zh: '发布', en: 'Publish' },
	publishTitle: {
		zh: (month: string) => `发布${month}院落评比`,
		en: (month: string) => `Publish the ranking of ${month}`,
	},
	willBePublic: { zh: '发布后，所有人都能看到：', en: 'Everybody will then see:' },
	ranked: {
		zh: (ranked: number, apart: number) =>
			`${ranked} 个院落的名次和得分${apart > 0 ? `，${apart} 个未参加排名的院落和原因` : ''}`,
		en: (ranked: number, apart: number) =>
			`the places and scores of ${ranked} courtyards${apart > 0 ? `, and why ${apart} ${apart === 1 ? 'is' : 'are'} not ranked` : ''}`,
	},
	redNames: { zh: (names: string) => `红榜：${names}`, en: (names: string) => `red list: ${names}` },
	blackNames: { zh: (names: string) => `黑榜：${names}`, en: (names: string) => `black list: ${names}` },
	reasons: { zh: '每个上榜院落的理由，和您的姓名', en: 'the reason of every entry on a list, and your name' },
	forGood: {
		zh: '发布后不再改动；以后要更正，只能在旁边另发一版，并写明原因。',
		en: 'What is published stays as it is. A correction later is a revision beside it, with its reason.',
	},
	openAppeals: {
		zh: (count: number) => `还有 ${count} 件申诉没有处理，建议先处理。`,
		en: (count: number) =>
			`${count} ${count === 1 ? 'appeal is' : 'appeals are'} still open; it is better to decide first.`,
	},
	note: { zh: '说明（可不填）', en: 'Note (optional)' },
	confirm: { zh: '确认发布', en: 'Publish now' },
	revise: { zh: '发布更正版', en: 'Publish a revision' },
	reviseTitle: {
		zh: (month: string) => `更正${month}院落评比`,
		en: (month: string) => `Correct the ranking of ${month}`,
	},
	reviseNote: {
		zh: '新的一版会放在已发布的旁边，两版都能看到，更正原因也公开。',
		en: 'The new revision stands beside the published one; both stay readable, and so does the reason.',
	},
	why: { zh: '更正原因', en: 'Why it is corrected' },
	revisions: { zh: '已发布的版本', en: 'Published revisions' },
	revision: { zh: (revision: number) => `第 ${revision} 版`, en: (revision: number) => `Revision ${revision}` },
	first: { zh: '首次发布', en: 'First publication' },
	noRevisions: { zh: '还没有发布', en: 'Not published yet' },
	noRevisionsNote: {
		zh: '发布之后，这里会列出每一版：谁、什么时候、为什么。',
		en: 'Once it is published, every revision is listed here: who, when and why.',
	},
	check: { zh: '核对是否被改动', en: 'Check that nothing was changed' },
	unchanged: { zh: '与发布时完全一致', en: 'Exactly as it was published' },
	altered: { zh: '与发布时不一致，请告诉管理员', en: 'Not as it was published: tell the administrator' },
	show: { zh: '看这一版', en: 'Show it' },
	corrections: { zh: '按现在的数据会不同的院落', en: 'What would be different today' },
	noCorrections: {
		zh: '没有：按现在的数据重新排，结果与发布的一样。',
		en: 'Nothing: by what is known now the ranking is the published one.',
	},
	was: { zh: '已发布', en: 'Published' },
	would: { zh: '现在会是', en: 'Would be' },
	cause: { zh: '原因', en: 'Because of' },
	since: { zh: '从何时起', en: 'Since' },
	'late-data': { zh: '迟到的数据', en: 'late readings' },
	appeal: { zh: '申诉成立', en: 'an appeal' },
	inspection: { zh: '检查表更正', en: 'an inspection' },
	response: { zh: '任务处理情况', en: 'tasks' },
	doubts: { zh: '传感器疑点', en: 'doubts about a sensor' },
	others: { zh: '其他院落变化', en: 'others moved' },
	compare: { zh: '两版对比', en: 'Compare two revisions' },
	older: { zh: '原来', en: 'From' },
	newer: { zh: '对比', en: 'To' },
	draft: { zh: '现在的草稿', en: 'The draft as of now' },
	place: { zh: (rank: number) => `第 ${rank} 名`, en: (rank: number) => `place ${rank}` },
	notRanked: { zh: '未排名', en: 'not ranked' },
	before: { zh: '原名次', en: 'Rank before' },
	after: { zh: '新名次', en: 'Rank after' },
	beforeScore: { zh: '原得分', en: 'Score before' },
	afterScore: { zh: '新得分', en: 'Score after' },
	moved: { zh: '变化', en: 'Move' },
	differs: { zh: '差在哪里', en: 'What differs' },
	movedCount: {
		zh: (moved: number, all: number) => `${all} 个院落中有 ${moved} 个名次变化`,
		en: (moved: number, all: number) => `${moved} of ${all} courtyards change their place`,
	},
	nothingMoved: { zh: '没有院落的名次变化', en: 'Nobody changes place' },
})
