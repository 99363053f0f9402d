-- upgrade, reversible
create trigger t;
create function f;
create or replace function f 2;
drop trigger t;
create or replace function g 2;

-- downgrade, reversible
create or replace function g;
create trigger t;
drop function f;
create function f;
drop function f(int);
drop trigger t;
