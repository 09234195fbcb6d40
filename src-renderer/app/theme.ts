import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { filterOptions } from './options-filter';

/** Ten shades are asked for; only the filled and the light one are used, and those are set from the tokens below. */
const ACCENT: MantineColorsTuple = [
  '#e8eefb',
  '#d3dff7',
  '#a9c0ef',
  '#7ea6ff',
  '#5c86e3',
  '#3b6fd4',
  '#2457c5',
  '#1d49a8',
  '#183d8c',
  '#122e6b',
];
const GRAY: MantineColorsTuple = [
  '#f6f7f9',
  '#eff1f5',
  '#e3e6eb',
  '#d3d8e0',
  '#b5bdca',
  '#848ea1',
  '#667085',
  '#556075',
  '#384152',
  '#1b2330',
];
const DARK: MantineColorsTuple = [
  '#e6eaf0',
  '#c4ccd8',
  '#98a5b8',
  '#8290a6',
  '#273140',
  '#1d2633',
  '#161d27',
  '#0f141b',
  '#0c1016',
  '#080b0f',
];

const input = { defaultProps: { size: 'xs' } };
const searchedInput = { defaultProps: { size: 'xs', filter: filterOptions } };
const plainOverlay = { defaultProps: { shadow: 'none' } };

/** A label on the accent is light in the light scheme and dark in the dark one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colours, color: 'var(--mf-on-accent)' } : colours;
};

export const theme = createTheme({
  variantColorResolver,
  fontFamily: 'var(--mf-font)',
  headings: { fontFamily: 'var(--mf-font)', fontWeight: '600' },
  colors: { accent: ACCENT, gray: GRAY, dark: DARK },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  defaultRadius: 6,
  cursorType: 'pointer',
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '20px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  components: {
    Button: input,
    ActionIcon: { defaultProps: { variant: 'subtle', size: 26 } },
    TextInput: input,
    PasswordInput: input,
    NumberInput: input,
    Select: searchedInput,
    MultiSelect: searchedInput,
    TagsInput: searchedInput,
    Autocomplete: searchedInput,
    NativeSelect: input,
    Textarea: input,
    Checkbox: input,
    Switch: input,
    SegmentedControl: input,
    DateInput: input,
    DatePickerInput: input,
    Menu: { defaultProps: { shadow: 'none', withInitialFocusPlaceholder: false } },
    Popover: plainOverlay,
    Modal: { defaultProps: { shadow: 'none', radius: 8, centered: true, transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
});

const FROM_TOKENS: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--mf-panel)',
  '--mantine-color-text': 'var(--mf-text)',
  '--mantine-color-bright': 'var(--mf-text)',
  '--mantine-color-dimmed': 'var(--mf-muted)',
  '--mantine-color-placeholder': 'var(--mf-faint)',
  '--mantine-color-anchor': 'var(--mf-accent)',
  '--mantine-color-error': 'var(--mf-act)',
  '--mantine-color-default': 'var(--mf-panel)',
  '--mantine-color-default-hover': 'var(--mf-hover)',
  '--mantine-color-default-color': 'var(--mf-text)',
  '--mantine-color-default-border': 'var(--mf-line)',
  '--mantine-primary-color-filled': 'var(--mf-accent)',
  '--mantine-primary-color-filled-hover': 'var(--mf-accent-hover)',
  '--mantine-primary-color-light': 'var(--mf-accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--mf-accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--mf-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--mf-accent)',
  '--mantine-primary-color-contrast': 'var(--mf-on-accent)',
  '--mantine-color-accent-filled': 'var(--mf-accent)',
  '--mantine-color-accent-filled-hover': 'var(--mf-accent-hover)',
  '--mantine-color-accent-light': 'var(--mf-accent-soft)',
  '--mantine-color-accent-light-color': 'var(--mf-accent)',
  '--mantine-color-accent-text': 'var(--mf-accent)',
  '--mantine-color-accent-outline': 'var(--mf-accent)',
};

/** Mantine's colours are our tokens, in both schemes. */
export const tokensResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...FROM_TOKENS },
  dark: { ...FROM_TOKENS },
});
