import { words } from '../i18n/language.ts'

export const signInWords = words({
	going: { zh: '正在登录…', en: 'Signing in …' },
	refused: { zh: '没有登录成功', en: 'The sign-in did not succeed' },
	refusedNote: { zh: '登录已取消或已过期，请再试一次。', en: 'It was cancelled or took too long. Please try again.' },
	unreachable: { zh: '连不上登录服务', en: 'The sign-in service cannot be reached' },
	unreachableNote: { zh: '请检查网络后重试。', en: 'Check the network and try again.' },
	noRole: { zh: '这个账号还没有开通', en: 'This account has no access yet' },
	noRoleNote: {
		zh: '请镇工作人员为您设置身份（镇、村或院落长）。',
		en: 'Ask the township staff to give you a role: township, village or courtyard head.',
	},
	signIn: { zh: '登录', en: 'Sign in' },
	signOut: { zh: '退出登录', en: 'Sign out' },
	staff: { zh: '镇工作人员', en: 'Township staff' },
	admin: { zh: '管理员', en: 'Administrator' },
	village: { zh: '村干部', en: 'Village official' },
	head: { zh: '院落长', en: 'Courtyard head' },
})
