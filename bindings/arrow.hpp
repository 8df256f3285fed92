// bindings/arrow.hpp: the Arrow C data interface: columns in and out of pyarrow, polars and others without a copy
// and without loading any of them.
//
// The three structs are those of https://arrow.apache.org/docs/format/CDataInterface.html (their layout is the
// interface; the names are ours), handed over in capsules by __arrow_c_array__ and __arrow_c_stream__.
#ifndef THOIHAN_BINDINGS_ARROW_HPP
#define THOIHAN_BINDINGS_ARROW_HPP

#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace thoihan::python {

namespace py = pybind11;

struct arrow_schema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t child_count;
    arrow_schema** children;
    arrow_schema* dictionary;
    void (*release)(arrow_schema*);
    void* owned;
};

struct arrow_array {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t buffer_count;
    std::int64_t child_count;
    const void** buffers;
    arrow_array** children;
    arrow_array* dictionary;
    void (*release)(arrow_array*);
    void* owned;
};

struct arrow_array_stream {
    int (*next_schema)(arrow_array_stream*, arrow_schema*);
    int (*next_array)(arrow_array_stream*, arrow_array*);
    const char* (*last_error)(arrow_array_stream*);
    void (*release)(arrow_array_stream*);
    void* owned;
};

/// A column that was handed over: its format, and its chunks, which are released with it.
struct arrow_column {
    std::string format;
    bool is_dictionary = false;
    std::vector<std::shared_ptr<const arrow_array>> chunks;
};

/// The column of an object with __arrow_c_array__ or __arrow_c_stream__.
[[nodiscard]] arrow_column take_arrow(py::handle object);

/// A finished column: buffers as the format wants them, validity first (null where nothing is missing).
struct arrow_storage {
    std::string format;
    std::size_t length = 0;
    std::size_t missing = 0;
    std::vector<std::unique_ptr<std::byte[]>> buffers;
};

/// What Python gets: pyarrow.array() and polars.Series() read it. It may be read more than once.
class arrow_answer {
public:
    explicit arrow_answer(std::shared_ptr<const arrow_storage> held) : storage_(std::move(held)) {}

    /// The capsules of the schema and of the array.
    [[nodiscard]] py::tuple capsules() const;

private:
    std::shared_ptr<const arrow_storage> storage_;
};

void register_arrow(py::module_& module);

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_ARROW_HPP
