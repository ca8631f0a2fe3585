import 'reflect-metadata';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DecimalScalar, InstantScalar } from './scalars.js';

export enum CustomerGrade {
  A = 'A',
  B = 'B',
  C = 'C',
  D = 'D',
}

export enum OrderState {
  CONFIRMED = 'CONFIRMED',
  READY = 'READY',
  SHIPPED = 'SHIPPED',
  DELIVERED = 'DELIVERED',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(CustomerGrade, { name: 'CustomerGrade' });
registerEnumType(OrderState, { name: 'OrderState' });

@Entity('staff')
@ObjectType()
export class Staff {
  @Field(() => ID)
  @PrimaryColumn('bigint')
  id!: string;

  @Field()
  @Column('varchar', { name: 'display_name' })
  displayName!: string;
}

@Entity('product')
@ObjectType()
export class Product {
  @Field(() => ID)
  @PrimaryColumn('bigint')
  id!: string;

  @Field()
  @Column('varchar', { name: 'product_no' })
  productNo!: string;

  @Field()
  @Column('varchar')
  name!: string;

  @Field(() => String, { nullable: true })
  @Column('varchar', { nullable: true })
  category!: string | null;
}

@Entity('customer')
@ObjectType()
export class Customer {
  @Field(() => ID)
  @PrimaryColumn('bigint')
  id!: string;

  @Field()
  @Column('varchar', { name: 'customer_no' })
  customerNo!: string;

  @Field()
  @Column('varchar')
  name!: string;

  @Field()
  @Column('varchar')
  type!: string;

  @Field(() => String, { nullable: true })
  @Column('varchar', { nullable: true })
  segment!: string | null;

  @Field(() => CustomerGrade, { nullable: true })
  @Column('varchar', { nullable: true })
  grade!: CustomerGrade | null;

  /** The head of the department sees the mask. */
  @Field(() => String, { nullable: true })
  @Column('varchar', { name: 'phone_mask', nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  @Column('varchar', { nullable: true })
  city!: string | null;

  @Field()
  @Column('varchar')
  lifecycle!: string;

  @Column('bigint', { name: 'department_id' })
  departmentId!: string;

  @Column('bigint', { name: 'owner_id', nullable: true })
  ownerId!: string | null;
}

@Entity('sales_order')
@ObjectType()
export class Order {
  @Field(() => ID)
  @PrimaryColumn('bigint')
  id!: string;

  @Field()
  @Column('varchar', { name: 'order_no' })
  orderNo!: string;

  @Field(() => OrderState)
  @Column('varchar')
  state!: OrderState;

  @Field(() => InstantScalar)
  @Column('datetime', { name: 'ordered_at', precision: 3 })
  orderedAt!: Date;

  @Field(() => DecimalScalar)
  @Column('decimal', { precision: 18, scale: 4 })
  total!: string;

  @Column('bigint', { name: 'customer_id' })
  customerId!: string;
}

@Entity('order_line')
@ObjectType()
export class OrderLine {
  @PrimaryColumn('bigint')
  id!: string;

  @Field(() => Int)
  @Column('int', { name: 'line_no' })
  lineNo!: number;

  @Field(() => DecimalScalar)
  @Column('decimal', { precision: 18, scale: 3 })
  quantity!: string;

  @Field(() => DecimalScalar)
  @Column('decimal', { name: 'unit_price', precision: 18, scale: 4 })
  unitPrice!: string;

  @Field(() => DecimalScalar)
  @Column('decimal', { precision: 18, scale: 4 })
  amount!: string;

  @Column('bigint', { name: 'order_id' })
  orderId!: string;

  @Column('bigint', { name: 'product_id', nullable: true })
  productId!: string | null;
}

@ObjectType()
export class CustomerPage {
  @Field(() => [Customer])
  items!: Customer[];

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType()
export class OrderPage {
  @Field(() => [Order])
  items!: Order[];
}

@ObjectType()
export class OrderAggregate {
  @Field(() => Int)
  count!: number;
}
