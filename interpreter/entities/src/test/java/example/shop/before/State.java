package example.shop.before;

enum State {
    NEW,
    PAID,
    SENT
}
