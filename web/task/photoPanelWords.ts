import { words } from '../i18n/language.ts'

export const photoPanelWords = words({
	title: { zh: '照片', en: 'Photos' },
	before: { zh: '修之前', en: 'Before' },
	after: { zh: '修好后', en: 'After' },
	shown: {
		zh: (shows: string, at: string) => `${shows} · ${at}`,
		en: (shows: string, at: string) => `${shows} · ${at}`,
	},
	add: { zh: '加一张照片', en: 'Add a photo' },
	hint: {
		zh: '拍清楚坏的地方，尽量不要拍到人。照片会缩小，位置信息会去掉。',
		en: 'Show what is broken, and if you can no people. It is made small, and where it was taken is left out.',
	},
	which: { zh: '拍的是', en: 'It shows how it was' },
	send: { zh: '发送照片', en: 'Send the photo' },
	sending: { zh: '正在发送照片…', en: 'Sending the photo…' },
	again: { zh: '再发一次', en: 'Send it again' },
	offline: {
		zh: '发照片需要信号。照片还在，有信号了请点“再发一次”。',
		en: 'A photo needs a signal. It is kept here; send it again when there is one.',
	},
	back: { zh: '有信号了，可以再发一次。', en: 'There is a signal again: you can send it now.' },
	refused: {
		zh: '这张照片没有收到。请再发一次，还不行就重新拍一张。',
		en: 'This photo did not arrive. Send it again, or take another one.',
	},
	tooMany: {
		zh: '照片发得太多了，请过一会儿再发。照片还在。',
		en: 'Too many photos for now. Try later; it is kept here.',
	},
	failed: {
		zh: '照片没有发出去，请过一会儿再发。照片还在。',
		en: 'It was not sent. Try in a moment; it is kept here.',
	},
	notShown: { zh: '照片现在看不了', en: 'The photo cannot be shown now' },
	load: { zh: '重新加载', en: 'Load it again' },
})
