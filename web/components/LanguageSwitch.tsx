import { commonWords } from '../i18n/commonWords.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { withQuery } from '../routing/address.ts'
import { usePlace } from '../routing/navigation.ts'
import { Icon } from './Icon.tsx'

/** The same page in the other language. */
export const LanguageSwitch = () => {
	const other = useLanguage() === 'zh' ? 'en' : 'zh'
	const { path, search } = usePlace()
	return (
		<a class="quiet-link" href={withQuery(path + search, { lang: other })} lang={other === 'zh' ? 'zh-CN' : 'en'}>
			<Icon name="language" />
			{useWords(commonWords).otherLanguage}
		</a>
	)
}
