#ifndef MQLAB_SCORING_SHARED_COLUMN_H_
#define MQLAB_SCORING_SHARED_COLUMN_H_

// A column that several tables may have in common. Read by all; written only by
// the one that made it, before it is given to another.

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace mqlab {

template <typename T>
class SharedColumn {
 public:
  SharedColumn() : SharedColumn(0) {}
  explicit SharedColumn(size_t size, T value = {})
      : values_(std::make_shared<std::vector<T>>(size, value)) {}

  size_t size() const { return values_->size(); }
  const T& operator[](size_t i) const { return (*values_)[i]; }
  auto begin() const { return values_->cbegin(); }
  auto end() const { return values_->cend(); }
  std::span<const T> values() const { return *values_; }

  std::vector<T>& own() { return *values_; }
  bool IsSameAs(const SharedColumn& other) const {
    return values_ == other.values_;
  }

  bool operator==(const SharedColumn& other) const {
    return IsSameAs(other) || *values_ == *other.values_;
  }
  bool operator==(const std::vector<T>& other) const {
    return *values_ == other;
  }

 private:
  std::shared_ptr<std::vector<T>> values_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_SHARED_COLUMN_H_
