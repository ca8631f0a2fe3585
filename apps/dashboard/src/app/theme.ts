import type { RaThemeOptions } from 'react-admin';

interface Colours {
  readonly ground: string;
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly hover: string;
  readonly selected: string;
  readonly bad: string;
  readonly warn: string;
  readonly good: string;
}

const light: Colours = {
  ground: '#f5f6f6',
  paper: '#ffffff',
  raised: '#ffffff',
  ink: '#1b2221',
  soft: '#55605e',
  line: '#dde2e1',
  accent: '#0b655c',
  onAccent: '#ffffff',
  hover: 'rgba(11, 50, 46, 0.045)',
  selected: 'rgba(11, 101, 92, 0.10)',
  bad: '#a8281e',
  warn: '#7d5200',
  good: '#22653b',
};

const dark: Colours = {
  ground: '#131718',
  paper: '#1a1f20',
  raised: '#22282a',
  ink: '#e3e8e7',
  soft: '#a3aeac',
  line: '#31393b',
  accent: '#67c4b8',
  onAccent: '#0b1a18',
  hover: 'rgba(220, 240, 238, 0.06)',
  selected: 'rgba(103, 196, 184, 0.16)',
  bad: '#ff9d92',
  warn: '#e3b867',
  good: '#86d3a2',
};

/**
 * A quiet, dense ledger: one accent, grey surfaces, a 4-pixel rhythm, 13–14 px text, weight and ruled lines
 * instead of boxes and shadows.
 */
export function themeOf(mode: 'light' | 'dark'): RaThemeOptions {
  const c = mode === 'dark' ? dark : light;
  return {
    spacing: 4,
    // Nothing blinks or glides: colours and places change at once.
    transitions: { create: () => 'none' },
    shape: { borderRadius: 4 },
    palette: {
      mode,
      primary: { main: c.accent, contrastText: c.onAccent },
      secondary: { main: c.accent, contrastText: c.onAccent },
      error: { main: c.bad },
      warning: { main: c.warn },
      success: { main: c.good },
      text: { primary: c.ink, secondary: c.soft },
      background: { default: c.ground, paper: c.paper },
      divider: c.line,
      action: { hover: c.hover, selected: c.selected },
    },
    typography: {
      // The page's own (boot.css): system fonts of the machine, by language; nothing is fetched.
      fontFamily: 'inherit',
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
      h2: { fontSize: 15, lineHeight: '24px', fontWeight: 600 },
      h3: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
      body1: { fontSize: 14, lineHeight: '20px' },
      body2: { fontSize: 13, lineHeight: '20px' },
      caption: { fontSize: 12, lineHeight: '16px' },
      button: { fontSize: 13, lineHeight: '20px', textTransform: 'none', fontWeight: 500 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontSize: 14, lineHeight: '20px', fontVariantNumeric: 'tabular-nums' },
          a: { color: 'inherit' },
          ':focus-visible': { outline: `2px solid ${c.accent}`, outlineOffset: 1 },
          '@media print': { body: { background: '#fff', color: '#000' } },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialog: {
        styleOverrides: { paper: { backgroundColor: c.raised, border: `1px solid ${c.line}` } },
      },
      MuiPopover: {
        styleOverrides: {
          paper: {
            backgroundColor: c.raised,
            border: `1px solid ${c.line}`,
            boxShadow: '0 4px 16px rgba(0,0,0,.16)',
          },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: {
          root: { minWidth: 0, padding: '4px 12px', minHeight: 32, whiteSpace: 'nowrap' },
          outlined: { borderColor: c.line, color: c.ink },
          text: { color: c.ink },
        },
      },
      MuiIconButton: { styleOverrides: { root: { borderRadius: 4, color: c.soft } } },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', margin: 'none' } },
      MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined', margin: 'none' } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { backgroundColor: c.paper, fontSize: 14 },
          notchedOutline: { borderColor: mode === 'dark' ? '#56615f' : '#a9b3b1' },
          input: {
            '&.MuiInputBase-inputSizeSmall': {
              paddingTop: 8,
              paddingBottom: 8,
              height: 20,
              lineHeight: '20px',
            },
          },
          multiline: { padding: '0 14px' },
        },
      },
      MuiInputLabel: { styleOverrides: { root: { fontSize: 14, color: c.soft } } },
      MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, marginTop: 2, minHeight: 0 } } },
      MuiMenuItem: {
        styleOverrides: { root: { fontSize: 14, minHeight: 32, paddingTop: 4, paddingBottom: 4 } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { fontSize: 13, lineHeight: '20px', padding: '6px 12px', borderBottomColor: c.line },
          head: { fontWeight: 500, color: c.soft, backgroundColor: c.paper, whiteSpace: 'nowrap' },
        },
      },
      // A selected row under the mouse stays as it is: darker still, its quieter text could not be read.
      MuiTableRow: {
        styleOverrides: {
          root: { '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: c.selected } },
        },
      },
      MuiChip: { styleOverrides: { root: { borderRadius: 4, fontSize: 13, height: 24 } } },
      MuiAutocomplete: {
        defaultProps: { size: 'small' },
        styleOverrides: {
          inputRoot: {
            '&&.MuiInputBase-sizeSmall': { paddingTop: 0, paddingBottom: 0, paddingLeft: 8 },
            '&& .MuiAutocomplete-input.MuiInputBase-inputSizeSmall': { padding: '8px 4px' },
          },
        },
      },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiAlert: { styleOverrides: { root: { padding: '4px 12px', fontSize: 14 } } },
      MuiDialogTitle: {
        styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 20px 8px' } },
      },
      MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px', gap: 8 } } },
    },
  };
}
