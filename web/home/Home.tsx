import { useEffect } from 'preact/hooks'
import { Icon } from '../components/Icon.tsx'
import type { IconName } from '../components/icons.ts'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { useWords } from '../i18n/useWords.ts'
import { homeWords } from './homeWords.ts'

/** The way to each of the three rooms; the first two ask who you are. */
export const Home = () => {
	const t = useWords(homeWords)
	useEffect(() => {
		document.title = t.title
	}, [t])
	const doors: readonly { href: string; icon: IconName; title: string; note: string }[] = [
		{ href: '/desk/', icon: 'courtyard', title: t.desk, note: t.deskNote },
		{ href: '/phone/', icon: 'home', title: t.phone, note: t.phoneNote },
		{ href: '/wall/', icon: 'wall', title: t.wall, note: t.wallNote },
	]
	return (
		<main class="home">
			<header>
				<img src="/icon.svg" width="56" height="56" alt="" />
				<h1>{t.title}</h1>
				<p class="grey">{t.lead}</p>
			</header>
			<ul class="doors">
				{doors.map(({ href, icon, title, note }) => (
					<li key={href}>
						<a class="door" href={href}>
							<Icon name={icon} />
							<span>
								<strong>{title}</strong>
								<span class="small grey">{note}</span>
							</span>
							<Icon name="chevron" />
						</a>
					</li>
				))}
			</ul>
			<footer class="row apart">
				<LanguageSwitch />
				<a class="quiet-link" href="/reference/">
					{t.reference}
				</a>
			</footer>
		</main>
	)
}
