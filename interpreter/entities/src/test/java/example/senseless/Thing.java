package example.senseless;

import jakarta.persistence.Entity;

/** An entity that nothing can be found by. */
@Entity
class Thing {
    String name;
}
