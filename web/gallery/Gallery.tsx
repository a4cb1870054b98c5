import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Page } from '../components/Page.tsx'
import { FigureParts } from './FigureParts.tsx'
import { StateParts } from './StateParts.tsx'

/** Every component in one place, to be looked at in both languages, light and dark, narrow and wide. Development only. */
export const Gallery = () => (
	<main class="gallery">
		<Page title="样式 Gallery" note="npm run dev:web → /gallery" actions={<LanguageSwitch />}>
			<div class="gallery-parts">
				<FigureParts />
				<StateParts />
			</div>
		</Page>
	</main>
)
