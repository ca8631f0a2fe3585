import 'reflect-metadata';
import { Arg, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type DataSource, type FindOptionsOrder, In } from 'typeorm';
import { askingDepartment } from '../data/organisation.js';
import {
  Customer,
  CustomerPage,
  Order,
  OrderAggregate,
  OrderLine,
  OrderPage,
  Product,
  Staff,
} from './entities.js';
import { CustomerOrderBy, CustomerWhere, OrderOrderBy, OrderWhere } from './inputs.js';

let source: DataSource;

/** Where the repositories of all resolvers come from. */
export function useDataSource(dataSource: DataSource): void {
  source = dataSource;
}

const department = askingDepartment;

function ordersBy(orderBy: readonly OrderOrderBy[]): FindOptionsOrder<Order> {
  const direction = orderBy[0]?.orderedAt ?? 'DESC';
  return { orderedAt: direction, id: direction };
}

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerPage)
  async customers(
    @Arg('orderBy', () => [CustomerOrderBy]) orderBy: CustomerOrderBy[],
    @Arg('limit', () => Int) limit: number,
    @Arg('offset', () => Int) offset: number,
    @Arg('where', () => CustomerWhere, { nullable: true }) where?: CustomerWhere,
  ): Promise<CustomerPage> {
    const wanted = where?.department?.id.eq ?? department;
    const [items, totalCount] = await source.getRepository(Customer).findAndCount({
      // The row policy: nothing outside the own department.
      where: {
        departmentId: wanted === department ? department : '0',
        ...(where?.grade ? { grade: where.grade.eq } : {}),
      },
      order: { customerNo: orderBy[0]?.customerNo ?? 'ASC' },
      take: limit,
      skip: offset,
    });
    return { items, totalCount };
  }

  @FieldResolver(() => Staff, { nullable: true })
  owner(@Root() customer: Customer): Promise<Staff | null> | null {
    return customer.ownerId === null ? null : source.getRepository(Staff).findOneBy({ id: customer.ownerId });
  }

  @FieldResolver(() => [Order])
  orders(
    @Root() customer: Customer,
    @Arg('orderBy', () => [OrderOrderBy]) orderBy: OrderOrderBy[],
    @Arg('limit', () => Int) limit: number,
  ): Promise<Order[]> {
    return source.getRepository(Order).find({
      where: { customerId: customer.id },
      order: ordersBy(orderBy),
      take: limit,
    });
  }

  @FieldResolver(() => [OrderAggregate])
  async ordersAggregate(
    @Root() customer: Customer,
    @Arg('where', () => OrderWhere) where: OrderWhere,
  ): Promise<OrderAggregate[]> {
    const count = await source
      .getRepository(Order)
      .countBy({ customerId: customer.id, state: In(where.state.in) });
    return [{ count }];
  }
}

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => OrderPage)
  async orders(
    @Arg('orderBy', () => [OrderOrderBy]) orderBy: OrderOrderBy[],
    @Arg('limit', () => Int) limit: number,
    @Arg('offset', () => Int) offset: number,
  ): Promise<OrderPage> {
    const direction = orderBy[0]?.orderedAt ?? 'DESC';
    const items = await source
      .getRepository(Order)
      .createQueryBuilder('o')
      .innerJoin(Customer, 'c', 'c.id = o.customerId AND c.departmentId = :department', { department })
      .orderBy('o.orderedAt', direction)
      .addOrderBy('o.id', direction)
      .limit(limit)
      .offset(offset)
      .getMany();
    return { items };
  }

  @FieldResolver(() => Customer, { nullable: true })
  customer(@Root() order: Order): Promise<Customer | null> {
    return source.getRepository(Customer).findOneBy({ id: order.customerId, departmentId: department });
  }

  @FieldResolver(() => [OrderLine])
  lines(@Root() order: Order): Promise<OrderLine[]> {
    return source.getRepository(OrderLine).find({ where: { orderId: order.id }, order: { id: 'ASC' } });
  }
}

@Resolver(() => OrderLine)
export class OrderLineResolver {
  @FieldResolver(() => Product, { nullable: true })
  product(@Root() line: OrderLine): Promise<Product | null> | null {
    return line.productId === null ? null : source.getRepository(Product).findOneBy({ id: line.productId });
  }
}
