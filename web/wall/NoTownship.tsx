import { Notice } from '../components/Notice.tsx'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'

const emptyWords = words({
	title: { zh: '还没有登记院落', en: 'No courtyards yet' },
	note: {
		zh: '镇里登记院落和设备以后，这里会显示得分和问题。',
		en: 'Once the township has registered courtyards and devices, their scores and problems are shown here.',
	},
})

/** The wall of an edition in which nobody has registered anything. */
export const NoTownship = () => {
	const t = useWords(emptyWords)
	return (
		<Notice icon="courtyard" title={t.title}>
			{t.note}
		</Notice>
	)
}
