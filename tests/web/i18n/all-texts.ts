import { laterTexts } from '../../../web/src/i18n/language';

// As it is where whatever is tested is shown.
await laterTexts();
