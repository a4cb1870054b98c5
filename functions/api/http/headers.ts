import type { RequestHeader } from './route.ts'

/** Which version was seen. Whoever was slower gets 412 and the version there is now. */
export const IF_MATCH: RequestHeader = {
	name: 'if-match',
	isRequired: true,
	description: { zh: '所见版本的 ETag', en: 'the ETag of the version that was seen' },
}

/** In a header and not in the address, which stands in logs. */
export const LINK: RequestHeader = {
	name: 'x-task-link',
	isRequired: true,
	description: { zh: '任务链接中 # 号后的部分', en: 'what stands behind # in the link of the task' },
}

export const LINK_SECRET: RequestHeader = {
	name: 'x-task-link-secret',
	isRequired: true,
	description: {
		zh: '首次打开任务时得到的 secret，每次修改都要带上',
		en: 'the secret that came when the task was first opened; it goes along with every change',
	},
}
