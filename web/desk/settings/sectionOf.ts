import { settingsSections } from './sections.ts'

/** The tab under which an address of the settings stands: its own, that of what it belongs to, else the first. */
export const sectionOf = (path: string): string | undefined =>
	settingsSections.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href ?? settingsSections[0]?.href
