import '../../design/forms.css'
import '../tell/tell.css'
import { useState } from 'preact/hooks'
import { readCode, shownCode } from '../../../shared/domain/wall/code.ts'
import { Page } from '../../components/Page.tsx'
import { Field } from '../../forms/Field.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { navigate } from '../../routing/navigation.ts'
import { wallWords } from '../wallWords.ts'
import { followWords } from './followWords.ts'

/** Asks for the code of a report; a slip of the finger is noticed here, before anybody is asked. */
export const AskCodePage = () => {
	const t = useWords(followWords)
	const { follow } = useWords(wallWords)
	const [text, setText] = useState('')
	const [isWrong, setWrong] = useState(false)
	const look = (event: Event): void => {
		event.preventDefault()
		const code = readCode(text)
		setWrong(code === undefined)
		if (code !== undefined) navigate(`/wall/follow/${shownCode(code)}`)
		else document.getElementById('code')?.focus()
	}
	return (
		<Page title={follow}>
			<div class="phone tell">
				<form class="form" noValidate onSubmit={look}>
					<Field
						name="code"
						label={t.code}
						hint={t.codeHint}
						error={isWrong ? t.wrong : undefined}
						value={text}
						onValue={setText}
					/>
					<button class="button button-wide" type="submit">
						{t.look}
					</button>
					<p class="small grey">{t.lost}</p>
				</form>
			</div>
		</Page>
	)
}
