import { Icon } from '../components/Icon.tsx'
import { commonWords } from '../i18n/commonWords.ts'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'
import type { FieldErrors } from './fieldErrors.ts'

const formWords = words({
	kept: {
		zh: '填写的内容都还在，网络恢复后请再点一次。',
		en: 'What you typed is still here; try again when the connection is back.',
	},
})

/** Above a form's buttons: what no single field can say. */
export const FormErrors = ({ errors, isOffline }: { errors: FieldErrors; isOffline: boolean }) => {
	const t = useWords(formWords)
	const { offline } = useWords(commonWords)
	if (!isOffline && errors.others.length === 0) return null
	return (
		<div class="form-errors" role="alert">
			<Icon name={isOffline ? 'offline' : 'warning'} />
			<div>
				{isOffline && (
					<p>
						<strong>{offline}</strong> {t.kept}
					</p>
				)}
				{errors.others.map((message) => (
					<p key={message}>{message}</p>
				))}
			</div>
		</div>
	)
}
