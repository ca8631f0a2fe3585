import 'reflect-metadata';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CustomerGrade, OrderState } from './entities.js';

export enum Direction {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(Direction, { name: 'Direction' });

@InputType()
export class IdOperators {
  @Field(() => ID)
  eq!: string;
}

@InputType()
export class DepartmentWhere {
  @Field(() => IdOperators)
  id!: IdOperators;
}

@InputType()
export class CustomerGradeOperators {
  @Field(() => CustomerGrade)
  eq!: CustomerGrade;
}

@InputType()
export class CustomerWhere {
  @Field(() => DepartmentWhere, { nullable: true })
  department?: DepartmentWhere;

  @Field(() => CustomerGradeOperators, { nullable: true })
  grade?: CustomerGradeOperators;
}

@InputType()
export class CustomerOrderBy {
  @Field(() => Direction)
  customerNo!: Direction;
}

@InputType()
export class OrderStateOperators {
  @Field(() => [OrderState])
  in!: OrderState[];
}

@InputType()
export class OrderWhere {
  @Field(() => OrderStateOperators)
  state!: OrderStateOperators;
}

@InputType()
export class OrderOrderBy {
  @Field(() => Direction)
  orderedAt!: Direction;
}
