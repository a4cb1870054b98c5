import { start } from '../components/App.tsx'
import { LinkPage } from './LinkPage.tsx'

/** Shows the page of the link by which the reader came. */
export const openLink = (token: string | undefined): void => start('/t', <LinkPage token={token} />)
