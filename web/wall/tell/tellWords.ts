import { words } from '../../i18n/language.ts'

/** What the forms of the wall say. */
export const tellWords = words({
	kind: { zh: '是哪方面的问题？', en: 'What is it about?' },
	other: { zh: '其他', en: 'Something else' },
	courtyard: { zh: '在哪个院落？', en: 'Which courtyard?' },
	chooseCourtyard: { zh: '请选择院落', en: 'Choose a courtyard' },
	place: { zh: '具体在哪里？（选填）', en: 'Where exactly? (optional)' },
	placeHint: { zh: '例如：村口大树旁的垃圾箱', en: 'For example: the bin by the big tree at the entrance' },
	what: { zh: '什么情况？', en: 'What is wrong?' },
	whatHint: {
		zh: '看到什么、闻到什么、多久了。请不要写别人的姓名和电话。',
		en: 'What you see or smell, and since when. Please name nobody.',
	},
	photo: { zh: '照片（选填）', en: 'A photo (optional)' },
	photoHint: {
		zh: '拍有问题的地方，请不要拍到人。照片里的位置信息会去掉，90 天后删除。',
		en: 'Of the place, and of no person. Where it was taken is left out of it; it is deleted after 90 days.',
	},
	contact: { zh: '怎么联系您？（选填）', en: 'How can we reach you? (optional)' },
	contactNeeded: { zh: '上门找谁？（电话、门牌至少填一项）', en: 'Whom do we visit? (telephone or house)' },
	privacy: {
		zh: '联系方式只有村、镇工作人员能看到，90 天后自动删除；不写也可以凭编号查进展。',
		en: 'Only village and township staff can see this, and it is deleted after 90 days. You can follow your report without it.',
	},
	privacyOrder: {
		zh: '联系方式只有村、镇工作人员能看到，90 天后自动删除。',
		en: 'Only village and township staff can see this, and it is deleted after 90 days.',
	},
	name: { zh: '怎么称呼您', en: 'Your name' },
	phone: { zh: '电话', en: 'Telephone' },
	household: { zh: '门牌或几组几号', en: 'House or group and number' },
	send: { zh: '提交', en: 'Send' },
	sending: { zh: '正在提交…', en: 'Sending…' },
	device: { zh: '已经认出您扫码的设备。', en: 'The device whose code you scanned is known.' },
	received: { zh: '收到了，谢谢您', en: 'Received. Thank you.' },
	code: { zh: '您的编号', en: 'Your code' },
	keepCode: {
		zh: '请记下或拍下编号，凭它查看处理进展，并确认修好没有。',
		en: 'Note it or photograph it: with it you see what is done, and say whether it was fixed.',
	},
	copy: { zh: '复制编号', en: 'Copy the code' },
	copied: { zh: '已复制', en: 'Copied' },
	followNow: { zh: '查看进展', en: 'See how it stands' },
	another: { zh: '再报一个问题', en: 'Report another problem' },
	followByPhone: { zh: '手机扫码查进展', en: 'Scan to follow' },
})
