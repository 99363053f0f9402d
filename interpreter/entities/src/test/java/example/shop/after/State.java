package example.shop.after;

enum State {
    NEW,
    PAID,
    SENT,
    RETURNED
}
