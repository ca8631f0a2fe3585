import { customer } from '@kehu/domain/customers/customer';
import { Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { ask } from '../../../data/client';
import { someText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { registrationTexts } from './texts';
import type { FoundCustomer } from './values';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const names = ['name', 'customerNo', 'phone', 'store'];
const asNumber = /^[\w+()\- ]{5,}$/;

/** A customer of whom the person may see the file, as the form holds him. */
export const foundOf = (row: Row, more: Partial<FoundCustomer> = {}): FoundCustomer => ({
  id: String(row.id),
  name: String(row.name ?? ''),
  customerNo: String(row.customerNo ?? ''),
  phone: String(row.phone ?? ''),
  storeName: String((row.store as { name?: string } | null | undefined)?.name ?? ''),
  ...more,
});

const intakeText = `query FindForIntake($phone: String, $memberNo: String, $receiptNo: String, $orderNo: String) {
  findForIntake(phone: $phone, memberNo: $memberNo, receiptNo: $receiptNo, orderNo: $orderNo) {
    customerId name customerNo phone storeName orderId orderNo receiptNo
  }
}`;

interface IntakeCard {
  readonly customerId: string;
  readonly name: string | null;
  readonly customerNo: string | null;
  readonly phone: string | null;
  readonly storeName: string | null;
  readonly orderId: string | null;
  readonly orderNo: string | null;
  readonly receiptNo: string | null;
}

/**
 * Finds the customer while typing: by name among those the person may see, by an exact phone, member,
 * receipt or order number among all of the company (a minimal card, for this case only).
 */
export function FindCustomer(props: {
  chosen: FoundCustomer | null;
  onChoose: (found: FoundCustomer | null) => void;
  onWords: (words: string) => void;
  error: string | undefined;
}) {
  const t = useTexts(registrationTexts);
  const { rights } = useHere();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly FoundCustomer[]>([]);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const typed = words.trim();
    // One Chinese character is a surname already; one letter says nothing.
    if (!isEnough(typed)) {
      setFound([]);
      return;
    }
    let gone = false;
    setBusy(true);
    const timer = setTimeout(() => {
      void search(typed).then((all) => {
        if (gone) return;
        setFound(all);
        setBusy(false);
      });
    }, 250);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
    async function search(text: string): Promise<readonly FoundCustomer[]> {
      const own = rights.reads(customer) && rights.usesField(customer, 'name');
      const [mine, cards] = await Promise.all([
        own
          ? ask<{ list: { items: readonly Row[] } }>(
              someText(customer, selectionOf(customer, names, rights)),
              {
                where: { or: [{ name: { contains: text } }, { customerNo: { startsWith: text } }] },
                orderBy: [{ name: 'ASC' }],
                limit: 8,
              },
            ).then(
              ({ list }) =>
                beginningFirst(
                  list.items.map((row) => foundOf(row)),
                  text,
                ),
              () => [],
            )
          : [],
        asNumber.test(text) && /\d{3}/.test(text) ? byNumber(text) : [],
      ]);
      const known = new Set(cards.map((each) => each.id));
      return [...cards, ...mine.filter((each) => !known.has(each.id))];
    }
  }, [words, rights]);

  if (props.chosen)
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 3, minHeight: 36 }}>
        <Typography sx={{ fontWeight: 600 }}>{props.chosen.name || props.chosen.customerNo}</Typography>
        <Typography color="text.secondary">{aside(props.chosen)}</Typography>
        <Button onClick={() => props.onChoose(null)}>{t('change')}</Button>
      </Box>
    );
  return (
    <Autocomplete<FoundCustomer>
      options={[...found]}
      filterOptions={(options) => options}
      getOptionLabel={(each) => each.name || each.customerNo}
      getOptionKey={(each) => each.id}
      inputValue={words}
      onInputChange={(_, text, why) => {
        if (why === 'input') {
          setWords(text);
          props.onWords(text);
        }
      }}
      value={null}
      onChange={(_, choice) => choice && props.onChoose(choice)}
      autoHighlight
      open={isEnough(words.trim())}
      loading={busy}
      loadingText={t('finding')}
      noOptionsText={busy ? t('finding') : t('notFound')}
      forcePopupIcon={false}
      renderOption={({ key, ...option }, each) => (
        <li key={key} {...option}>
          <Box>
            <Box sx={{ fontWeight: 500 }}>{each.name || each.customerNo}</Box>
            <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{aside(each)}</Box>
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('find')}
          placeholder={t('findHint')}
          autoFocus
          required
          error={props.error !== undefined}
          helperText={props.error}
          slotProps={{ inputLabel: { ...params.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}

/** Whose name begins with what was typed stands before those that only hold it. */
const beginningFirst = (all: readonly FoundCustomer[], text: string): readonly FoundCustomer[] =>
  [...all].sort((a, b) => Number(b.name.startsWith(text)) - Number(a.name.startsWith(text)));

const isEnough = (typed: string): boolean => typed.length >= 2 || /[\u3400-\u9fff]/.test(typed);

const aside = (each: FoundCustomer): string =>
  [each.customerNo, each.phone, each.storeName, each.orderNo, each.receiptNo].filter(Boolean).join(' · ');

/** One number may be any of the four; each that finds somebody gives a card. */
async function byNumber(number: string): Promise<readonly FoundCustomer[]> {
  const ways = ['phone', 'memberNo', 'receiptNo', 'orderNo'] as const;
  const answers = await Promise.all(
    ways.map((way) =>
      ask<{ findForIntake: readonly IntakeCard[] }>(intakeText, { [way]: number }).then(
        ({ findForIntake }) => findForIntake,
        () => [],
      ),
    ),
  );
  const cards = new Map<string, FoundCustomer>();
  for (const card of answers.flat())
    cards.set(card.customerId, {
      id: card.customerId,
      name: card.name ?? '',
      customerNo: card.customerNo ?? '',
      phone: card.phone ?? '',
      storeName: card.storeName ?? '',
      orderId: card.orderId ?? undefined,
      orderNo: card.orderNo ?? undefined,
      receiptNo: card.receiptNo ?? undefined,
    });
  return [...cards.values()];
}
