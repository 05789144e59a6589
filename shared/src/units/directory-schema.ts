import * as v from 'valibot';

/** Bounds that keep a hostile or broken file harmless. Real directories stay far below all of them. */
export const LIMITS = {
  /** Characters of a whole file. */
  text: 16_000_000,
  units: 50_000,
  aliases: 200,
  /** Characters of a name. */
  name: 120,
  /** Characters of a word of a common body. */
  word: 40,
  source: 4_000,
} as const;

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest));
const name = () => text(LIMITS.name);
const month = () => v.pipe(v.string(), v.regex(/^[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$/));
const words = (description: string) =>
  v.optional(v.pipe(v.array(text(LIMITS.word)), v.maxLength(2_000), v.description(description)));

const UnitFactSchema = v.picklist(['name', 'fullName', 'kind', 'from', 'to', 'successor']);

const AliasSchema = v.union([
  name(),
  v.strictObject({
    name: v.pipe(name(), v.description('别名。 / The alias.')),
    source: v.optional(
      v.pipe(
        text(LIMITS.source),
        v.description('依据；缺省即未注明来源。 / Where it is used; absent means without a source.'),
      ),
    ),
  }),
]);

const UnitEntrySchema = v.strictObject({
  name: v.pipe(name(), v.description('清单所用的规范简称。 / The short name that the task list prints.')),
  fullName: v.optional(v.pipe(name(), v.description('全称。 / The full name.'))),
  kind: v.pipe(name(), v.description('单位性质，如“市政府工作部门”。 / What kind of unit it is, in words.')),
  aliases: v.optional(
    v.pipe(
      v.array(AliasSchema),
      v.maxLength(LIMITS.aliases),
      v.description('别名：同一单位的其他写法。 / Other names of the same unit.'),
    ),
  ),
  from: v.optional(v.pipe(month(), v.description('启用的年月。 / First month or year in which the name is valid.'))),
  to: v.optional(
    v.pipe(
      month(),
      v.description('停用的年月：自该年（月）起不再使用。 / First month or year in which the name is no longer valid.'),
    ),
  ),
  successor: v.optional(
    v.pipe(name(), v.description('承接单位的规范简称。 / Canonical name of the unit that follows it.')),
  ),
  unsourced: v.optional(
    v.pipe(v.array(UnitFactSchema), v.description('没有可靠来源的事实。 / Facts without a reliable source.')),
  ),
  inferred: v.optional(
    v.pipe(
      v.array(UnitFactSchema),
      v.description('由有来源的事实推断而来的事实。 / Facts concluded from others that have a source.'),
    ),
  ),
  source: v.optional(v.pipe(text(LIMITS.source), v.description('依据。 / Where the facts come from.'))),
});

const GroupEntrySchema = v.union([
  name(),
  v.strictObject({
    name: v.pipe(name(), v.description('泛指用语的规范写法。 / The phrase in its usual form.')),
    aliases: v.optional(
      v.pipe(v.array(name()), v.maxLength(LIMITS.aliases), v.description('同义写法。 / Other forms of the phrase.')),
    ),
  }),
]);

const BodyEntrySchema = v.strictObject({
  name: v.pipe(text(LIMITS.word), v.description('机关的名目，如“发展改革”。 / What the body is about.')),
  stems: words('词干：与每个词尾相接成名。 / Stems; each joins each ending to a name.'),
  endings: words('词尾：局、委、厅、部…… / Endings of the stems.'),
  variants: words('其他整体写法。 / Names that are not made of stem and ending.'),
  regional: v.optional(
    v.pipe(
      v.boolean(),
      v.description('可直接冠以地名（深圳海关）。 / May stand right behind the name of a region, without 省 or 市.'),
    ),
  ),
  standalone: v.optional(
    v.pipe(v.boolean(), v.description('单独出现时不承前省略级别。 / Takes over no prefix from the name before it.')),
  ),
  patterns: words('地名居中的写法，以 {} 代地名。 / Names with the region inside, written {}.'),
});

const GroupWordsSchema = v.strictObject({
  quantifiers: words('限定词：各、有关、相关…… / Words that make many of one.'),
  scopes: words('范围词：市直、省级…… / Words for the level or circle.'),
  modifiers: words('修饰词：行业、主管…… / Words that narrow a head down.'),
  collectives: words('合称：县市区、镇街……，不加限定词也指多个。 / Words that mean many by themselves.'),
  heads: words('中心词：部门、单位、县…… / What the phrase names.'),
  connectors: words('连接词：及、和…… / Words and marks between the others.'),
});

export const DirectoryFileSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('本格式的 JSON Schema。 / The JSON schema of this format.'))),
    title: v.optional(v.pipe(text(LIMITS.name), v.description('名录的名称。 / What the directory is called.'))),
    places: v.optional(
      v.pipe(
        v.array(name()),
        v.maxLength(1_000),
        v.description('名录覆盖的地方，如“深圳市”。 / The places whose units it knows.'),
      ),
    ),
    units: v.optional(
      v.pipe(v.array(UnitEntrySchema), v.maxLength(LIMITS.units), v.description('单位。 / The units.')),
    ),
    groups: v.optional(
      v.pipe(
        v.array(GroupEntrySchema),
        v.maxLength(2_000),
        v.description('泛指用语，如“各区（新区）”。 / Phrases that name many units.'),
      ),
    ),
    bodies: v.optional(
      v.pipe(
        v.array(BodyEntrySchema),
        v.maxLength(2_000),
        v.description('各地通有的机关及其常见写法。 / Bodies that every place has, with their usual names.'),
      ),
    ),
    groupWords: v.optional(
      v.pipe(GroupWordsSchema, v.description('构成泛指用语的词。 / The words that group phrases are made of.')),
    ),
    regions: words('不带“省”“市”的地名。 / Names of regions without 省 or 市.'),
  }),
  v.title('bizenv 单位名录 / bizenv unit directory'),
);

/** A directory file as it is written. */
export type DirectoryFile = v.InferOutput<typeof DirectoryFileSchema>;
export type UnitEntry = v.InferOutput<typeof UnitEntrySchema>;
export type BodyEntry = v.InferOutput<typeof BodyEntrySchema>;
export type GroupEntry = v.InferOutput<typeof GroupEntrySchema>;
export type GroupWords = v.InferOutput<typeof GroupWordsSchema>;
