import '../design/base.css'
import '../design/components.css'
import { start } from '../components/App.tsx'
import { Notice } from '../components/Notice.tsx'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'

const notFoundWords = words({
	title: { zh: '没有这一页', en: 'There is no such page' },
	note: { zh: '地址可能有误，或者页面已经移走。', en: 'The address may be wrong, or the page has moved.' },
	home: { zh: '回到首页', en: 'Go to the first page' },
})

const NotFound = () => {
	const t = useWords(notFoundWords)
	return (
		<main>
			<Notice
				icon="search"
				title={t.title}
				action={
					<a class="button-quiet" href="/">
						{t.home}
					</a>
				}
			>
				{t.note}
			</Notice>
		</main>
	)
}

start('/', <NotFound />)
