/** What the editor begins with: one question of the cookbook, and how to go on. */
export const exampleQuery = `# 各区域、月份、细分的订单数、金额和利润（至少五单的客户）
# Orders, amount and profit per region, month and customer segment,
# for customers with at least five orders in the year.
#
# Ctrl+Space 提示字段 · Ctrl+Enter 执行 · 左侧书本图标为带说明的架构
# Ctrl+Space suggests fields · Ctrl+Enter runs · the book at the left explains the schema

query SalesByRegionMonthAndSegment {
  ordersAggregate(
    where: {
      and: [
        { orderedAt: { inLast: { months: 12 } } }
        { customer: { ordersAggregate: { count: { gte: 5 } } } }
      ]
    }
    groupBy: [
      { region: { name: VALUE } }
      { orderedAt: MONTH }
      { customer: { segment: VALUE } }
    ]
  ) {
    key { region { name } orderedAt customer { segment } }
    count
    sum { total profit }
  }
}
`;
